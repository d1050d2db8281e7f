using TeamsConnectBot.Cards;
using TeamsConnectBot.Data;
using TeamsConnectBot.Rituals.Calendar;
using TeamsConnectBot.Cards.Rituals;
using TeamsConnectBot.Rituals.Spaces;
using TeamsConnectBot.Rituals.Rows;

namespace TeamsConnectBot.Rituals.Actions;

/// <summary>Takes part in a ritual, which puts it into one's own calendar, or no longer. The answer is for whoever clicked alone.</summary>
internal sealed class OwnCalendarAction(Database database, SpaceMembers members, RitualCalendars calendars) : SpaceAction
{
    public override IReadOnlyList<string> Verbs { get; } = [Cards.Verbs.RitualJoin, Cards.Verbs.RitualLeave];

    public override async Task<SpaceAnswer> HandleAsync(SpaceClick click, CancellationToken cancellationToken)
    {
        var (ritual, space) = await database.ReadAsync(
            async db =>
            {
                var row = await db.Rituals.FindAsync([click.Ref.Id], cancellationToken);
                return (row, row is null ? null : await db.Spaces.FindAsync([row.SpaceId], cancellationToken));
            },
            cancellationToken);
        if (ritual is not { IsEnded: false } || space is null || !Nonce.Matches(ritual.Nonce, click.Ref.Nonce))
        {
            return new SpaceAnswer(new RitualNoticeCard(RitualNotice.Expired), KeepsCard: true);
        }

        var isJoining = click.Verb == Cards.Verbs.RitualJoin;
        if (!isJoining)
        {
            await calendars.LeaveAsync(ritual.Id, click.Visitor.PersonId, cancellationToken);
        }
        else if (await members.FindAsync(space, click.Visitor, cancellationToken) is { } member)
        {
            // Not every card with this button asks about the calendar.
            var allows = bool.TryParse(click.Input(Inputs.RitualCalendar), out var choice) ? choice : (bool?)null;
            await calendars.JoinAsync(ritual.Id, member, allows, cancellationToken);
        }

        return new SpaceAnswer(new RitualNoticeCard(isJoining ? RitualNotice.InCalendar : RitualNotice.OutOfCalendar, ritual.Plan.Name), KeepsCard: true);
    }
}
