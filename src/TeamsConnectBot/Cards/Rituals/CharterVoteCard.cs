using TeamsConnectBot.Cards.Building;

namespace TeamsConnectBot.Cards.Rituals;

/// <summary>The ballot for a team's charter on AI: asks for each kind of task whether AI, people or both should do it.</summary>
internal sealed record CharterVoteCard(CardRef Ref, Instant ClosesAt) : Card
{
    /// <summary>The id of the input with the answer about a kind of task.</summary>
    public static string InputOf(int task) => $"task{task}";

    public override string Summary(Texts texts) => texts.Ritual.Charter.Summary;

    protected override IEnumerable<CardElement> Body(Reader reader)
    {
        var texts = reader.Texts.Ritual.Charter;
        yield return Parts.Heading(texts.VoteHeading);
        yield return Parts.Line(texts.Explanation);
        for (var task = 0; task < texts.Tasks.Count; task++)
        {
            yield return new InputChoiceSet
            {
                Id = InputOf(task), Label = texts.Tasks[task], Style = ChoiceInputStyle.Compact, Placeholder = texts.NoOpinion,
                Choices =
                [
                    Choice(texts.ForAi, CharterChoice.Ai), Choice(texts.ForPeople, CharterChoice.People),
                    Choice(texts.ForBoth, CharterChoice.Both),
                ],
            };
        }

        yield return Parts.Note(reader.Texts.Ritual.Vote.Secret.With(("moment", reader.Moments.Moment(ClosesAt))));
        yield return Parts.Buttons(Parts.Send(texts.Send, Verbs.CharterVote, Ref));
    }

    private static Choice Choice(string title, CharterChoice value) => new(title, value.ToString());
}
