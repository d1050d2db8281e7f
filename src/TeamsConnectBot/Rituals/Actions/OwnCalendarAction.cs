using TeamsConnectBot.Cards.Rituals;
using TeamsConnectBot.Data;
using TeamsConnectBot.Rituals.Calendar;
using TeamsConnectBot.Rituals.Spaces;

namespace TeamsConnectBot.Rituals.Actions;

/// <summary>Puts a ritual into one's own calendar or takes it out. The answer is for whoever clicked alone.</summary>
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
        if (isJoining)
        {
            await calendars.AddAsync(ritual.Id, await members.FindAsync(space, [click.Visitor.PersonId], cancellationToken), cancellationToken);
        }
        else
        {
            await calendars.RemoveAsync(ritual.Id, click.Visitor.PersonId, cancellationToken);
        }

        return new SpaceAnswer(new RitualNoticeCard(isJoining ? RitualNotice.InCalendar : RitualNotice.OutOfCalendar, ritual.Plan.Name), KeepsCard: true);
    }
}
