using TeamsConnectBot.Cards;
using TeamsConnectBot.Cards.Rituals;
using TeamsConnectBot.Conversations;
using TeamsConnectBot.Data;
using TeamsConnectBot.Rituals.Calendar;
using TeamsConnectBot.Rituals.Spaces;

namespace TeamsConnectBot.Rituals.Actions;

/// <summary>Joins or leaves a ritual, which changes the sender's own calendar. Only the sender sees the answer.</summary>
internal sealed class OwnCalendarAction(Database database, SpaceMembers members, RitualCalendars calendars) : RitualAction
{
    public override IReadOnlyList<string> Verbs { get; } = [Cards.Verbs.RitualJoin, Cards.Verbs.RitualLeave];

    public override async Task<ClickAnswer> HandleAsync(Click click, CancellationToken cancellationToken)
    {
        var (ritual, space) = await database.ReadAsync(db => db.FindRitualAsync(click.Ref.Id, cancellationToken), cancellationToken);
        if (ritual is not { IsEnded: false, Plan.IsPost: false } || space is null || !Nonce.Matches(ritual.Nonce, click.Ref.Nonce))
        {
            return Line(new RitualNoticeCard(RitualNotice.Expired));
        }

        if (click.Verb == Cards.Verbs.RitualLeave)
        {
            await calendars.LeaveAsync(ritual.Id, click.PersonId, cancellationToken);
            return Line(new RitualNoticeCard(RitualNotice.OutOfCalendar, ritual.Plan.Name));
        }

        if (await members.FindAsync(space, click.Sender, cancellationToken) is { } member)
        {
            // Not every card with this button asks whether the calendar may be read; null leaves the member's earlier choice as it is.
            var allows = bool.TryParse(click.Input(Inputs.RitualCalendar), out var choice) ? choice : (bool?)null;
            await calendars.JoinAsync(ritual.Id, member, allows, cancellationToken);
        }

        return Line(new RitualNoticeCard(RitualNotice.InCalendar, ritual.Plan.Name));
    }
}
