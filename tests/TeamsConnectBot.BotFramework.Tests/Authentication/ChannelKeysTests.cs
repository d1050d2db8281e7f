using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.IdentityModel.Tokens;
using TeamsConnectBot.BotFramework.Authentication;

namespace TeamsConnectBot.BotFramework.Tests.Authentication;

internal sealed class ChannelKeysTests
{
    private static readonly TimeSpan AtMostEvery = TimeSpan.FromSeconds(30);

    private readonly MovableClock clock = new();
    private string[] published = ["a"];
    private int fetches;
    private TimeSpan fetchDuration;
    private bool isUnavailable;

    [SetUp]
    public void Reset() => (published, fetches, fetchDuration, isUnavailable) = (["a"], 0, TimeSpan.Zero, false);

    [Test]
    public async Task Find_KnownKey_FetchesOnceADay()
    {
        var keys = Keys();
        Assert.That(await keys.FindAsync("a", default), Is.Not.Null);
        clock.Now += TimeSpan.FromHours(23);
        await keys.FindAsync("a", default);
        Assert.That(fetches, Is.EqualTo(1));

        clock.Now += TimeSpan.FromHours(2);
        await keys.FindAsync("a", default);
        Assert.That(fetches, Is.EqualTo(2));
    }

    [Test]
    public async Task Find_KeyWithdrawn_IsUnknownAfterTheDailyFetch()
    {
        var keys = Keys();
        await keys.FindAsync("a", default);
        published = ["b"];
        clock.Now += TimeSpan.FromHours(25);

        Assert.That(await keys.FindAsync("a", default), Is.Null);
    }

    [Test]
    public async Task Find_UnknownKey_FetchesAtMostEvery30Seconds()
    {
        var keys = Keys();
        await keys.FindAsync("a", default);
        published = ["a", "b"];

        Assert.That(await keys.FindAsync("b", default), Is.Null);
        clock.Now += AtMostEvery;
        Assert.That(await keys.FindAsync("b", default), Is.Not.Null);
        Assert.That(fetches, Is.EqualTo(2));
    }

    [Test]
    public async Task Find_FetchFails_KeepsTheOldKeysForFiveDays()
    {
        var keys = Keys();
        await keys.FindAsync("a", default);
        isUnavailable = true;

        clock.Now += TimeSpan.FromDays(4);
        Assert.That(await keys.FindAsync("a", default), Is.Not.Null);
        clock.Now += TimeSpan.FromDays(2);
        Assert.That(await keys.FindAsync("a", default), Is.Null);
    }

    [Test]
    public async Task Find_FirstFetchFails_IsRetriedAfterOneSecond()
    {
        var keys = Keys();
        isUnavailable = true;
        Assert.That(await keys.FindAsync("a", default), Is.Null);
        isUnavailable = false;

        clock.Now += TimeSpan.FromSeconds(1);
        Assert.That(await keys.FindAsync("a", default), Is.Not.Null);
    }

    [Test]
    public async Task Find_FirstFetchIsSlow_WaitsForIt()
    {
        fetchDuration = TimeSpan.FromSeconds(2.5);

        Assert.That(await Keys().FindAsync("a", default), Is.Not.Null);
    }

    private ChannelKeys Keys() => new(FetchAsync, clock, AtMostEvery, NullLogger<ChannelKeys>.Instance);

    private async Task<IReadOnlyDictionary<string, ChannelKey>> FetchAsync(CancellationToken cancellationToken)
    {
        fetches++;
        await Task.Delay(fetchDuration, cancellationToken);
        return isUnavailable
            ? throw new HttpRequestException("unavailable")
            : published.ToDictionary(id => id, id => new ChannelKey(new JsonWebKey { Kid = id }, new HashSet<string>()));
    }
}
