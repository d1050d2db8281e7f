using TeamsConnectBot.Conversations;
using TeamsConnectBot.Data;
using TeamsConnectBot.HelpRequests.Rows;

namespace TeamsConnectBot.HelpRequests;

/// <summary>Sends a question that was shown in full, or takes it back.</summary>
internal sealed class HelpSendAction(Database database, HelpSending sending) : CardActionHandler
{
    public override IReadOnlyList<string> Verbs { get; } = [Cards.Verbs.HelpSend, Cards.Verbs.HelpWithdraw];

    public override async Task<ClickAnswer> HandleAsync(Click click, CancellationToken cancellationToken)
    {
        var row = await database.ReadAsync(db => db.HelpRequests.FindAsync([click.Ref.Id], cancellationToken).AsTask(), cancellationToken);
        if (row is null)
        {
            return Gone;
        }

        if (row.PersonId != click.PersonId || !Nonce.Matches(row.Nonce, click.Ref.Nonce))
        {
            return NotYours;
        }

        return click.Verb == Cards.Verbs.HelpSend
            ? await sending.SendAsync(row, cancellationToken)
            : await sending.WithdrawAsync(row.Id, cancellationToken);
    }
}
