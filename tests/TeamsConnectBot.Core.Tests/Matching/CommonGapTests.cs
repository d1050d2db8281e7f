using TeamsConnectBot.Core.Matching;

namespace TeamsConnectBot.Core.Tests.Matching;

public sealed class CommonGapTests
{
    private const int LongestCalendar = 20;

    [FsCheck.NUnit.Property(MaxTest = 2000)]
    public void Exists_CalendarsOfEveryLength_AgreesWithComparingWords(int seed)
    {
        var random = new Random(seed);
        var (one, other) = (Sparse(random), Sparse(random));

        for (var words = 0; words <= LongestCalendar; words++)
        {
            Assert.That(
                CommonGap.Exists(one.AsSpan(0, words), other.AsSpan(0, words)),
                Is.EqualTo(one.Zip(other).Take(words).Any(pair => (pair.First & pair.Second) != 0)));
        }
    }

    [FsCheck.NUnit.Property(MaxTest = 500)]
    public void Exists_PreparedCalendars_AgreesWithCountingQuarterHours(int seed)
    {
        var random = new Random(seed);
        var (one, other, length) = (Busy(random), Busy(random), random.Next(1, 7));

        Assert.That(CommonGap.Exists(Prepared(one, length), Prepared(other, length)), Is.EqualTo(LongestCommonRun(one, other) >= length));
    }

    [FsCheck.NUnit.Property(MaxTest = 100)]
    public void CountSharing_AnyPairs_AgreesWithCountingQuarterHours(int seed)
    {
        var random = new Random(seed);
        var calendars = Enumerable.Range(0, 30).Select(_ => Busy(random)).ToArray();
        var table = new GapTable(calendars.Length, 3);
        for (var person = 0; person < calendars.Length; person++)
        {
            table.Set(person, calendars[person], 4);
        }

        var one = Enumerable.Range(0, 100).Select(_ => random.Next(calendars.Length)).ToArray();
        var other = Enumerable.Range(0, 100).Select(_ => random.Next(calendars.Length)).ToArray();
        var expected = one.Zip(other).Count(pair => LongestCommonRun(calendars[pair.First], calendars[pair.Second]) >= 4);

        Assert.That(table.CountSharing(one, other), Is.EqualTo(expected));
    }

    [Test]
    public void Exists_GapAcrossTwoWords_IsFound()
    {
        ulong[] late = [1UL << 63, 1];

        Assert.That(CommonGap.Exists(Prepared(late, 2), Prepared(late, 2)), Is.True);
    }

    [Test]
    public void Exists_DifferentLengths_Throws() =>
        Assert.That(() => CommonGap.Exists(new ulong[2], new ulong[3]), Throws.ArgumentException);

    [TestCase(-1)]
    [TestCase(2)]
    public void CountSharing_PersonOutOfRange_Throws(int person) =>
        Assert.That(() => new GapTable(2, 3).CountSharing([0], [person]), Throws.InstanceOf<ArgumentOutOfRangeException>());

    /// <summary>One bit here and there, so that two of these often have nothing in common.</summary>
    private static ulong[] Sparse(Random random)
    {
        var words = new ulong[LongestCalendar];
        for (var bit = 0; bit < 40; bit++)
        {
            words[random.Next(LongestCalendar)] |= 1UL << random.Next(64);
        }

        return words;
    }

    private static ulong[] Busy(Random random) =>
        [.. Enumerable.Range(0, 3).Select(_ => AnyWord(random) & AnyWord(random))];

    private static ulong AnyWord(Random random) => (ulong)random.NextInt64(long.MinValue, long.MaxValue);

    private static ulong[] Prepared(ulong[] free, int length)
    {
        var starts = new ulong[free.Length];
        CommonGap.Prepare(free, length, starts);
        return starts;
    }

    private static int LongestCommonRun(ulong[] one, ulong[] other)
    {
        var (run, longest) = (0, 0);
        for (var quarter = 0; quarter < one.Length * 64; quarter++)
        {
            run = (one[quarter / 64] & other[quarter / 64] & (1UL << (quarter % 64))) != 0 ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return longest;
    }
}
