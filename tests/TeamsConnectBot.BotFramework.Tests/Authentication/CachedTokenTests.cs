using Azure.Core;
using TeamsConnectBot.BotFramework.Authentication;

namespace TeamsConnectBot.BotFramework.Tests.Authentication;

internal sealed class CachedTokenTests
{
    private readonly MovableClock clock = new();

    [Test]
    public async Task Get_ManyCallersAtOnce_RequestOneToken()
    {
        var credential = new CountingCredential(clock);
        using var token = new CachedToken(credential, "scope", clock);

        var all = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => token.GetAsync(default).AsTask()));

        Assert.That(all, Is.All.EqualTo("token-1"));
    }

    [Test]
    public async Task Get_ShortlyBeforeExpiry_IsRenewed()
    {
        using var token = new CachedToken(new CountingCredential(clock), "scope", clock);
        await token.GetAsync(default);

        clock.Now += TimeSpan.FromMinutes(54);
        Assert.That(await token.GetAsync(default), Is.EqualTo("token-1"));
        clock.Now += TimeSpan.FromMinutes(2);
        Assert.That(await token.GetAsync(default), Is.EqualTo("token-2"));
    }

    [TestCase(false)]
    [TestCase(true)]
    public async Task Get_AuthorityUnavailableAtRenewal_UsesTheOldTokenWhileValid(bool timesOut)
    {
        var credential = new CountingCredential(clock);
        using var token = new CachedToken(credential, "scope", clock);
        await token.GetAsync(default);
        credential.Failure = timesOut ? new TaskCanceledException() : new InvalidOperationException("unavailable");

        clock.Now += TimeSpan.FromMinutes(56);
        Assert.That(await token.GetAsync(default), Is.EqualTo("token-1"));
        clock.Now += TimeSpan.FromMinutes(5);
        Assert.That(async () => await token.GetAsync(default), Throws.Exception.SameAs(credential.Failure));
    }

    private sealed class CountingCredential(TimeProvider clock) : TokenCredential
    {
        private int count;

        public Exception? Failure { get; set; }

        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public override async ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken)
        {
            await Task.Yield();
            return Failure is null ? new AccessToken($"token-{++count}", clock.GetUtcNow().AddHours(1)) : throw Failure;
        }
    }
}
