namespace TeamsConnectBot.Tests.Privacy.Crawl;

internal sealed class MachineTimeTests
{
    [Test]
    public void Remove_DatesOfTheMachine_AreRemoved_AndOtherDatesAreKept()
    {
        var now = TimeProvider.System.GetUtcNow();
        var story = "Mon, 02 Mar 2026 09:03:45 GMT";

        Assert.That(
            MachineTime.Remove($"expires={now.AddMinutes(15):r}; path=/\nDate: {now:r}\nStart: {story}", TimeProvider.System),
            Is.EqualTo($"expires=(about now); path=/\nDate: (about now)\nStart: {story}"));
    }
}
