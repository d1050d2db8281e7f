using TeamsConnectBot.Cards;
using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Conversations;
using TeamsConnectBot.Data;

namespace TeamsConnectBot.HelpRequests;

/// <summary>Shows whether somebody may be asked for help, and saves it when the card's inputs come along.</summary>
internal sealed class AskMeTooAction(Database database, AskMeToo askMe) : PersonalLookupAction(database)
{
    public override IReadOnlyList<string> Verbs { get; } = [Cards.Verbs.HelpOffers];

    protected override Task<Card> HandleAsync(Participant person, Click click, CancellationToken cancellationToken) =>
        click.Input(Inputs.AskMeChoice) is null && click.Input(Inputs.AskMeTopics) is null
            ? askMe.ShowAsync(person, cancellationToken)
            : askMe.SaveAsync(person, click.Input(Inputs.AskMeChoice), click.Input(Inputs.AskMeTopics), cancellationToken);
}
