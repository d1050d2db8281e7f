namespace TeamsConnectBot.Sandbox.CrashTests;

/// <summary>
/// Compares a run with faults to one without. An invitation that did not arrive changes the rest of the round, so then only what
/// holds in every round is checked.
/// </summary>
/// <param name="Lost">Messages or events that are missing.</param>
/// <param name="Doubled">Messages somebody received once too often.</param>
/// <param name="InDoubt">Messages of which the service could not know whether they arrived; counted separately.</param>
internal sealed record Verdict(int Lost, int Doubled, int InDoubt)
{
    /// <summary>Each message received more or less often than expected, to help diagnose a failure.</summary>
    public static IEnumerable<string> Differences(CrashTestResult expected, CrashTestResult actual) =>
        from person in expected.Messages.Keys
        let before = expected.Messages[person]
        let got = actual.Messages.GetValueOrDefault(person, [])
        from message in before.Union(got)
        let more = got.Count(message.Equals) - before.Count(message.Equals)
        where more != 0
        select $"{more:+0;-0} for {person}: {message.Text} → {message.FinalText}";

    public static Verdict Of(CrashTestResult expected, CrashTestResult actual)
    {
        var sentAgain = actual.InDoubt.Where(message => !message.IsInvitation).Sum(message => Math.Max(0, message.TimesReceived - 1));
        var lostTwice = actual.InDoubt.Count(message => message is { IsInvitation: false, TimesReceived: 0 });
        var sameRound = !actual.InDoubt.Any(message => message is { IsInvitation: true, TimesReceived: 0 });
        var lost = actual.Inconsistencies + (sameRound ? Math.Abs(actual.Events - expected.Events) : 0);
        var doubled = 0;
        foreach (var (person, messages) in expected.Messages)
        {
            var got = actual.Messages.GetValueOrDefault(person, []);
            foreach (var text in messages.Union(got).Select(message => message.Text).Distinct(StringComparer.Ordinal))
            {
                var times = got.Count(message => message.Text == text);
                var more = times - messages.Count(message => message.Text == text);
                lost += sameRound ? Math.Max(0, -more) + WronglyShown(text, messages, got, more) : 0;
                doubled += sameRound || times > 1 ? Math.Max(0, more) : 0;
            }
        }

        return new Verdict(Math.Max(0, lost - lostTwice), Math.Max(0, doubled - sentAgain), actual.InDoubt.Count);
    }

    // A doubled message is not also counted as showing the wrong text.
    private static int WronglyShown(string text, IReadOnlyList<ReceivedMessage> expected, IReadOnlyList<ReceivedMessage> got, int doubled)
    {
        var unexpected = got.Where(message => message.Text == text && message.FinalText is not null).Distinct()
            .Sum(message => Math.Max(0, got.Count(message.Equals) - expected.Count(message.Equals)));
        return Math.Max(0, unexpected - Math.Max(0, doubled));
    }
}
