using TeamsConnectBot.Data;

namespace TeamsConnectBot.Tests.Rounds;

/// <summary>What a row remembers of a value stored as JSON, to see whether it changed.</summary>
internal sealed class StoredJsonTests
{
    private static readonly Preferences Value = new() { Languages = ["nl", "en"], WeeksBetween = 2 };

    [Test]
    public void Snapshot_OfAValue_IsNoCopy() => Assert.That(StoredJson.Comparer<Preferences>().Snapshot(Value), Is.SameAs(Value));

    [TestCase(2, true)]
    [TestCase(3, false)]
    public void Equals_ReplacedValue_ComparesWhatIsStored(int weeks, bool areEqual)
    {
        var other = new Preferences { Languages = ["nl", "en"], WeeksBetween = weeks };

        Assert.That(StoredJson.Comparer<Preferences>().Equals(Value, other), Is.EqualTo(areEqual));
    }
}
