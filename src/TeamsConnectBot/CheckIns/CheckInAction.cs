using TeamsConnectBot.Cards;
using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Conversations;
using TeamsConnectBot.Data;

namespace TeamsConnectBot.CheckIns;

/// <summary>
/// Takes the answers. What was answered goes back on the card from the click itself: nothing on this side can tell it
/// afterwards.
/// </summary>
internal sealed class CheckInAction(Database database, CheckInBook book) : PersonalLookupAction(database)
{
    public override IReadOnlyList<string> Verbs { get; } = [Cards.Verbs.SendCheckIn];

    protected override async Task<Card> HandleAsync(Participant person, Click click, CancellationToken cancellationToken)
    {
        if (CheckInAnswers.Read([.. Inputs.CheckIn.Select(click.Input)]) is not { } answers)
        {
            return new CheckInCard(click.Ref, IsIncomplete: true);
        }

        return new CheckedInCard(await book.AnswerAsync(person, answers, cancellationToken) ? answers.Values : null);
    }
}
