namespace TeamsConnectBot.Sandbox.Trials;

/// <summary>
/// A trial with a kill beside the same without. What was in doubt is counted apart: an invitation that did not arrive changes
/// the round after it, so there only what holds in every round is asked.
/// </summary>
/// <param name="Lost">Messages or events that should be there and are not.</param>
/// <param name="Doubled">Messages someone got once too often.</param>
/// <param name="InDoubt">Messages the service could not know the end of.</param>
internal sealed record Verdict(int Lost, int Doubled, int InDoubt)
{
    /// <summary>Each message that came more or less often than expected, for whoever must find out why.</summary>
    public static IEnumerable<string> Differences(Sight expected, Sight seen) =>
        from person in expected.Messages.Keys
        let before = expected.Messages[person]
        let got = seen.Messages.GetValueOrDefault(person, [])
        from message in before.Union(got)
        let more = got.Count(message.Equals) - before.Count(message.Equals)
        where more != 0
        select $"{more:+0;-0} for {person}: {message.Came} → {message.Shows}";

    public static Verdict Of(Sight expected, Sight seen)
    {
        var sentAgain = seen.Doubts.Where(doubt => !doubt.IsInvitation).Sum(doubt => Math.Max(0, doubt.Arrived - 1));
        var twiceInDoubt = seen.Doubts.Count(doubt => doubt is { IsInvitation: false, Arrived: 0 });
        var withheld = seen.Doubts.Count(doubt => doubt is { IsInvitation: true, Arrived: 0 });
        var lost = seen.Loose;
        var doubled = 0;
        foreach (var (person, messages) in expected.Messages)
        {
            var got = seen.Messages.GetValueOrDefault(person, []);
            foreach (var came in messages.Union(got).Select(message => message.Came).Distinct(StringComparer.Ordinal))
            {
                var more = got.Count(message => message.Came == came) - messages.Count(message => message.Came == came);
                if (withheld == 0)
                {
                    lost += Math.Max(0, -more) + WronglyShown(came, messages, got, more);
                    doubled += Math.Max(0, more);
                }
                else if (got.Count(message => message.Came == came) > 1)
                {
                    doubled += Math.Max(0, more);
                }
            }
        }

        lost += withheld == 0 ? Math.Abs(seen.Events - expected.Events) : 0;
        return new Verdict(Math.Max(0, lost - twiceInDoubt), Math.Max(0, doubled - sentAgain), seen.Doubts.Count);
    }

    // A message that was doubled shows nothing wrong beyond that.
    private static int WronglyShown(string came, IReadOnlyList<Seen> expected, IReadOnlyList<Seen> got, int doubled) => Math.Max(
        0,
        got.Where(message => message.Came == came && message.Shows is not null).Distinct()
            .Sum(message => Math.Max(0, got.Count(message.Equals) - expected.Count(message.Equals))) - Math.Max(0, doubled));
}
