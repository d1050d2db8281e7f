using TeamsConnectBot.Cards.Building;

namespace TeamsConnectBot.Cards.Rituals;

/// <summary>The state of a vote, the same for everybody: never who voted, how many, or how.</summary>
internal enum VotePhase
{
    Open, Passed, Rejected, TooFew, Overtaken,
}

/// <summary>A question to the whole team, answered in secret until a set time.</summary>
/// <param name="What">What would change; null when the question is whether the ritual still suits the team.</param>
/// <param name="Join">The ritual that the team decided on, for whoever wants to join; null when there is none.</param>
internal sealed record VoteCard(
    CardRef Ref, ChangeWords? What, string Name, string When, Instant ClosesAt, VotePhase Phase, CardRef? Join = null) : Card
{
    public override string Summary(Texts texts) => texts.Ritual.Vote.Summary;

    protected override IEnumerable<CardElement> Body(Reader reader)
    {
        var texts = reader.Texts.Ritual.Vote;
        var name = MarkdownText.Escape(Name);
        yield return Parts.Heading(What is null ? texts.PollHeading.With(("name", name)) : texts.Heading);
        if (What is { } what)
        {
            yield return Parts.Line(reader.Texts.Ritual.Changes.For(what).Asked.With(("name", name)));
        }

        yield return Parts.Strong(MarkdownText.Escape(When));
        if (Phase != VotePhase.Open)
        {
            yield return Parts.Line(Phase switch
            {
                VotePhase.Passed => What is null ? texts.Suits : texts.Passed,
                VotePhase.Rejected => What is null ? texts.SuitsNot : texts.Rejected,
                VotePhase.Overtaken => texts.Overtaken,
                _ => texts.TooFew,
            });
            if (Join is not null)
            {
                foreach (var element in JoinParts.Words(reader.Texts.Ritual.Join))
                {
                    yield return element;
                }

                yield return Parts.Buttons(JoinParts.Button(reader.Texts.Ritual.Join, Join));
            }

            yield break;
        }

        yield return Parts.Note(texts.Secret.With(("moment", reader.Moments.Moment(ClosesAt))));
        yield return Parts.Buttons(Parts.Button(texts.Yes, Verbs.VoteYes, Ref), Parts.Button(texts.No, Verbs.VoteNo, Ref));
    }
}

internal sealed record RitualVoteTexts(
    string Summary, string Heading, Template PollHeading, Template Secret, string Yes, string No, string Passed, string Rejected,
    string Suits, string SuitsNot, string TooFew, string Overtaken);
