using System.Globalization;

namespace TeamsConnectBot.Core.HelpRequests;

/// <summary>
/// What questions to colleagues would ask of a group in a week, tried out with made-up people before anybody can ask. Everybody is taken to
/// be free in the hours of the waves, so in reality a few more questions go without an answer.
/// </summary>
/// <param name="Questions">How many questions a week brings on average.</param>
/// <param name="Answered">The share of questions that somebody says yes to: 0 … 1.</param>
/// <param name="Asked">The share of those who want to be asked who get a question in a week, on average: 0 … 1.</param>
/// <param name="MostInAWeek">The most questions that one person got in a week.</param>
public sealed record HelpLoad(double Questions, double Answered, double Asked, int MostInAWeek)
{
    /// <summary>How many of those who are asked say yes, when nothing else is known: 0 … 1.</summary>
    public const double UsualYes = 0.3;

    /// <summary>The most people who are made up; a larger group has the same shares.</summary>
    public const int MostPeople = 300;

    private const int Weeks = 10;

    // Until people were asked once, everybody can be.
    private const int WarmUp = 2;
    private const string Language = "nl";

    private static readonly Instant Monday = Instant.FromUtc(2026, 1, 5, 0, 0);
    private static readonly Duration[] WavesAfter = [Duration.FromMinutes(6), Duration.FromHours(3), Duration.FromHours(6)];

    /// <summary>Tries out several weeks, with the waves and the allowance of the service.</summary>
    /// <param name="people">How many people take part: at least 1; more than <see cref="MostPeople"/> count as that many.</param>
    /// <param name="helperShare">How many of them want to be asked: 0 … 1.</param>
    /// <param name="askShare">How many of all ask something in a week: 0 … 1.</param>
    /// <param name="yes">How many of those who are asked say yes: 0 … 1. Of the others, half say no and half nothing.</param>
    /// <param name="seed">Decides the chance.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public static HelpLoad Simulate(int people, double helperShare, double askShare, double yes, int seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(people, 1);
        foreach (var share in new[] { helperShare, askShare, yes })
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(share, 0);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(share, 1);
        }

        var some = Math.Min(people, MostPeople);
        var trial = new Trial(some, HelpersOf((int)Math.Round(some * helperShare)), yes, new Random(seed));
        for (var week = 0; week < Weeks; week++)
        {
            trial.Live(Monday + Duration.FromDays(7 * week), askShare, counts: week >= WarmUp);
        }

        return trial.Result(Weeks - WarmUp, people);
    }

    private static HelpCandidate[] HelpersOf(int count) =>
    [
        .. Enumerable.Range(0, count).Select(number => new HelpCandidate
        {
            Id = IdOf(number), Languages = [Language], Anything = true, FitsTopic = number % 5 == 0,
        }),
    ];

    private static string IdOf(int number) => number.ToString("D4", CultureInfo.InvariantCulture);

    private sealed class Trial(int people, HelpCandidate[] helpers, double yes, Random random)
    {
        private int questions;
        private int answered;
        private int asked;
        private int most;

        public void Live(Instant monday, double askShare, bool counts)
        {
            var week = new int[helpers.Length];
            var waves = new PriorityQueue<(int Asker, int Wave, HashSet<string> AskedBefore), Instant>();
            for (var person = 0; person < people; person++)
            {
                if (random.NextDouble() < askShare)
                {
                    var at = monday + Duration.FromDays(random.Next(5)) + Duration.FromHours(9 + 2 * random.NextDouble());
                    waves.Enqueue((person, 0, new(StringComparer.Ordinal)), at + WavesAfter[0]);
                    questions += counts ? 1 : 0;
                }
            }

            while (waves.TryDequeue(out var next, out var now))
            {
                if (Ask(next.Asker, next.AskedBefore, week, now))
                {
                    answered += counts ? 1 : 0;
                }
                else if (next.Wave + 1 < WavesAfter.Length)
                {
                    waves.Enqueue(
                        (next.Asker, next.Wave + 1, next.AskedBefore), now + WavesAfter[next.Wave + 1] - WavesAfter[next.Wave]);
                }
            }

            if (counts)
            {
                (asked, most) = (asked + week.Sum(), Math.Max(most, week.DefaultIfEmpty().Max()));
            }
        }

        public HelpLoad Result(int weeks, int all) => new(
            Math.Round((double)questions / weeks * all / people, 1), questions == 0 ? 1 : (double)answered / questions,
            helpers.Length == 0 ? 0 : (double)asked / weeks / helpers.Length, most);

        // One wave; whether somebody said yes.
        private bool Ask(int asker, HashSet<string> askedBefore, int[] week, Instant now)
        {
            var choice = new HelperChoice(IdOf(asker), null, Language, []);
            var order = choice.Order(helpers.Where(helper => !askedBefore.Contains(helper.Id)), now, random.Next());
            var isTaken = false;
            foreach (var helper in HelperChoice.Wave(order))
            {
                askedBefore.Add(helper.Id);
                var number = int.Parse(helper.Id, CultureInfo.InvariantCulture);
                week[number]++;
                var draw = random.NextDouble();
                isTaken |= draw < yes;
                helpers[number] = helper with
                {
                    LastAskedAt = now,
                    Silences = draw < yes + (1 - yes) / 2
                        ? HelpAllowance.AfterAnswer : HelpAllowance.AfterSilence(helper.Silences, WavesAfter[^1]),
                };
            }

            return isTaken;
        }
    }
}
