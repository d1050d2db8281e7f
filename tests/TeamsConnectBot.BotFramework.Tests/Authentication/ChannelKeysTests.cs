using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.IdentityModel.Tokens;
using TeamsConnectBot.BotFramework.Authentication;

namespace TeamsConnectBot.BotFramework.Tests.Authentication;

internal sealed class ChannelKeysTests
{
    private static readonly TimeSpan AtMostEvery = TimeSpan.FromSeconds(30);

    private readonly MovableClock _clock = new();
    private string[] _published = ["a"];
    private int _fetches;
    private TimeSpan _takes;
    private bool _away;

    [SetUp]
    public void Reset() => (_published, _fetches, _takes, _away) = (["a"], 0, TimeSpan.Zero, false);

    [Test]
    public async Task Find_KnownKey_FetchesOnceADay()
    {
        var keys = Keys();
        Assert.That(await keys.FindAsync("a", default), Is.Not.Null);
        _clock.Now += TimeSpan.FromHours(23);
        await keys.FindAsync("a", default);
        Assert.That(_fetches, Is.EqualTo(1));

        _clock.Now += TimeSpan.FromHours(2);
        await keys.FindAsync("a", default);
        Assert.That(_fetches, Is.EqualTo(2));
    }

    [Test]
    public async Task Find_KeyWithdrawn_IsUnknownAfterTheDailyFetch()
    {
        var keys = Keys();
        await keys.FindAsync("a", default);
        _published = ["b"];
        _clock.Now += TimeSpan.FromHours(25);

        Assert.That(await keys.FindAsync("a", default), Is.Null);
    }

    [Test]
    public async Task Find_UnknownKey_FetchesAtMostEvery30Seconds()
    {
        var keys = Keys();
        await keys.FindAsync("a", default);
        _published = ["a", "b"];

        Assert.That(await keys.FindAsync("b", default), Is.Null);
        _clock.Now += AtMostEvery;
        Assert.That(await keys.FindAsync("b", default), Is.Not.Null);
        Assert.That(_fetches, Is.EqualTo(2));
    }

    [Test]
    public async Task Find_FetchFails_KeepsTheOldKeysForFiveDays()
    {
        var keys = Keys();
        await keys.FindAsync("a", default);
        _away = true;

        _clock.Now += TimeSpan.FromDays(4);
        Assert.That(await keys.FindAsync("a", default), Is.Not.Null);
        _clock.Now += TimeSpan.FromDays(2);
        Assert.That(await keys.FindAsync("a", default), Is.Null);
    }

    [Test]
    public async Task Find_FirstFetchFails_IsTriedAgainASecondLater()
    {
        var keys = Keys();
        _away = true;
        Assert.That(await keys.FindAsync("a", default), Is.Null);
        _away = false;

        _clock.Now += TimeSpan.FromSeconds(1);
        Assert.That(await keys.FindAsync("a", default), Is.Not.Null);
    }

    [Test]
    public async Task Find_FirstFetchOfASlowServer_IsWaitedFor()
    {
        _takes = TimeSpan.FromSeconds(2.5);

        Assert.That(await Keys().FindAsync("a", default), Is.Not.Null);
    }

    private ChannelKeys Keys() => new(FetchAsync, _clock, AtMostEvery, NullLogger<ChannelKeys>.Instance);

    private async Task<IReadOnlyDictionary<string, ChannelKey>> FetchAsync(CancellationToken cancellationToken)
    {
        _fetches++;
        await Task.Delay(_takes, cancellationToken);
        return _away
            ? throw new HttpRequestException("away")
            : _published.ToDictionary(id => id, id => new ChannelKey(new JsonWebKey { Kid = id }, new HashSet<string>()));
    }
}
