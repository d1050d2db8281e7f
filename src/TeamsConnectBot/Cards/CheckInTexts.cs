using TeamsConnectBot.Cards.Building;

namespace TeamsConnectBot.Cards;

/// <param name="Questions">Three, in the same order in every language.</param>
/// <param name="Answers">Five, from not at all to fully.</param>
internal sealed record CheckInTexts(
    string Summary, string Heading, string Counted, string Shown, IReadOnlyList<string> Questions, IReadOnlyList<string> Answers,
    string Choose, string Error, string Send, string Thanks, string Already, Template Later, string OnlyHere);
