using Azure.Core;
using TeamsConnectBot.BotFramework.Authentication;

namespace TeamsConnectBot.BotFramework.Tests.Authentication;

internal sealed class CachedTokenTests
{
    private readonly MovableClock _clock = new();

    [Test]
    public async Task Get_ManyCallersAtOnce_AskOnce()
    {
        var credential = new CountingCredential(_clock);
        using var token = new CachedToken(credential, "scope", _clock);

        var all = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => token.GetAsync(default).AsTask()));

        Assert.That(all, Is.All.EqualTo("token-1"));
    }

    [Test]
    public async Task Get_BeforeItRunsOut_IsRenewed()
    {
        using var token = new CachedToken(new CountingCredential(_clock), "scope", _clock);
        await token.GetAsync(default);

        _clock.Now += TimeSpan.FromMinutes(54);
        Assert.That(await token.GetAsync(default), Is.EqualTo("token-1"));
        _clock.Now += TimeSpan.FromMinutes(2);
        Assert.That(await token.GetAsync(default), Is.EqualTo("token-2"));
    }

    [Test]
    public async Task Get_AuthorityAwayAtRenewal_UsesTheOldOneWhileItIsValid()
    {
        var credential = new CountingCredential(_clock);
        using var token = new CachedToken(credential, "scope", _clock);
        await token.GetAsync(default);
        credential.Fails = true;

        _clock.Now += TimeSpan.FromMinutes(56);
        Assert.That(await token.GetAsync(default), Is.EqualTo("token-1"));
        _clock.Now += TimeSpan.FromMinutes(5);
        Assert.That(async () => await token.GetAsync(default), Throws.InvalidOperationException);
    }

    private sealed class CountingCredential(TimeProvider clock) : TokenCredential
    {
        private int _count;

        public bool Fails { get; set; }

        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public override async ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken)
        {
            await Task.Yield();
            return Fails
                ? throw new InvalidOperationException("away")
                : new AccessToken($"token-{++_count}", clock.GetUtcNow().AddHours(1));
        }
    }
}
