using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Conversations;
using TeamsConnectBot.Data;

namespace TeamsConnectBot.CheckIns;

/// <summary>
/// Receives the answers to a check-in. The confirmation takes them from the click, because the service does not store who answered what.
/// </summary>
internal sealed class CheckInAction(Database database, CheckInBook book) : PersonalLookupAction(database)
{
    public override IReadOnlyList<string> Verbs { get; } = [Cards.Verbs.SendCheckIn];

    protected override async Task<Card> HandleAsync(Participant person, Click click, CancellationToken cancellationToken)
    {
        if (CheckInAnswers.Read([.. CheckInCard.AnswerInputs.Select(click.Input)]) is not { } answers)
        {
            return new CheckInCard(click.Ref, IsIncomplete: true);
        }

        return await book.AnswerAsync(person, answers, cancellationToken);
    }
}
