using TeamsConnectBot.Cards.Rituals;
using TeamsConnectBot.Conversations;
using TeamsConnectBot.Data;
using TeamsConnectBot.Rituals.Commands;
using TeamsConnectBot.Rituals.Engine;

namespace TeamsConnectBot.Rituals.Actions;

/// <summary>Takes the turn to host a ritual's next occurrence. The card stays; the announcement shows who hosts.</summary>
internal sealed class HostAction(Database database, HostTurns hosts, DraftBook drafts) : RitualAction
{
    public override IReadOnlyList<string> Verbs { get; } = [Cards.Verbs.RitualHost];

    public override async Task<ClickAnswer> HandleAsync(Click click, CancellationToken cancellationToken)
    {
        var (ritual, space) = await database.ReadAsync(db => db.FindRitualAsync(click.Ref.Id, cancellationToken), cancellationToken);
        return ritual is not { IsEnded: false, Plan.IsPost: false } || space is null || !Nonce.Matches(ritual.Nonce, click.Ref.Nonce)
            ? Line(new RitualNoticeCard(RitualNotice.Expired))
            : Line(await hosts.TakeAsync(ritual, click.Sender, drafts.ReaderOf(space, click.Sender), cancellationToken));
    }
}
