using TeamsConnectBot.Conversations;
using TeamsConnectBot.Core.HelpRequests;
using TeamsConnectBot.Data;
using TeamsConnectBot.Delivery;
using TeamsConnectBot.HelpRequests.Rows;

namespace TeamsConnectBot.HelpRequests;

/// <summary>Opens the form of a question, also to change one that was shown, and shows it in full.</summary>
internal sealed class AskAction(Database database, AskColleague asking) : CardActionHandler
{
    public override IReadOnlyList<string> Verbs { get; } = [Cards.Verbs.HelpAsk, Cards.Verbs.HelpPreview];

    public override async Task<ClickAnswer> HandleAsync(Click click, CancellationToken cancellationToken)
    {
        var (person, shown) = await database.ReadAsync(
            async db => (
                await db.Participants.FindAsync([click.PersonId], cancellationToken),
                await db.HelpRequests.FindAsync([click.Ref.Id], cancellationToken)),
            cancellationToken);
        if (person is null)
        {
            return Gone;
        }

        if (shown is not null)
        {
            return shown.PersonId != person.PersonId || !Nonce.Matches(shown.Nonce, click.Ref.Nonce) ? NotYours
                : click.Verb == Cards.Verbs.HelpAsk && shown.State == HelpRequestState.Draft
                    ? await asking.FormAsync(person, shown, cancellationToken)
                    : Gone;
        }

        // The card of a question that was thrown away meanwhile has its id, which is nobody's.
        return !PersonalCards.IsOf(person, click.Ref) ? (click.Ref.Id == Guid.Parse(person.PersonId) ? NotYours : Gone)
            : person.JoinedAt is null ? PersonalCards.JoinFirst(person)
            : click.Verb == Cards.Verbs.HelpAsk ? await asking.FormAsync(person, null, cancellationToken)
            : await asking.FilledInAsync(person, click, cancellationToken);
    }
}
