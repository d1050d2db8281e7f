using TeamsConnectBot.Data;
using TeamsConnectBot.Cards.Rituals;
using TeamsConnectBot.Rituals.Commands;
using TeamsConnectBot.Rituals.Engine;
using TeamsConnectBot.Rituals.Rows;

namespace TeamsConnectBot.Rituals.Actions;

/// <summary>Hosts a ritual's next time, when somebody asked for a host. The card stays; the announcement shows who it is.</summary>
internal sealed class HostAction(Database database, HostTurns hosts, DraftDesk drafts) : SpaceAction
{
    public override IReadOnlyList<string> Verbs { get; } = [Cards.Verbs.RitualHost];

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

        var card = await hosts.TakeAsync(ritual, click.Visitor, cancellationToken) is { } time
            ? new RitualNoticeCard(RitualNotice.HostIs, ritual.Plan.Name, drafts.ReaderOf(space, click.Visitor).Moments.Long(time))
            : new RitualNoticeCard(RitualNotice.NothingLeft, ritual.Plan.Name);
        return new SpaceAnswer(card, KeepsCard: true);
    }
}
