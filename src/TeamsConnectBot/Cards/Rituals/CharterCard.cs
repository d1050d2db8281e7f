using TeamsConnectBot.Cards.Building;

namespace TeamsConnectBot.Cards.Rituals;

/// <summary>What the team agreed about AI, for everyone to read.</summary>
/// <param name="Choices">One per kind of task, in the order of the texts.</param>
/// <param name="IsResult">Whether a vote has just ended; otherwise somebody asked for it.</param>
internal sealed record CharterCard(IReadOnlyList<CharterChoice> Choices, bool IsResult = false) : Card
{
    public override string Summary(Texts texts) => texts.Ritual.Charter.Summary;

    protected override IEnumerable<CardElement> Body(Reader reader)
    {
        var texts = reader.Texts.Ritual.Charter;
        yield return Parts.Heading(texts.Heading);
        if (IsResult)
        {
            yield return Parts.Line(texts.Result);
        }

        (string, CharterChoice)[] sections =
        [
            (texts.ForPeople, CharterChoice.People), (texts.ForBoth, CharterChoice.Both), (texts.ForAi, CharterChoice.Ai),
            (texts.Undecided, CharterChoice.Undecided),
        ];
        foreach (var (heading, choice) in sections)
        {
            var tasks = texts.Tasks.Where((_, index) => index < Choices.Count && Choices[index] == choice).ToList();
            if (tasks.Count == 0)
            {
                continue;
            }

            yield return Parts.SubHeading(heading);
            yield return Parts.Bullets(tasks);
        }

        yield return Parts.Note(texts.Revisit);
    }
}

internal sealed record CharterTexts(
    string Summary, string Heading, string VoteHeading, string Explanation, IReadOnlyList<string> Tasks, string ForAi, string ForPeople,
    string ForBoth, string Undecided, string NoOpinion, string Send, string Result, string Revisit);
