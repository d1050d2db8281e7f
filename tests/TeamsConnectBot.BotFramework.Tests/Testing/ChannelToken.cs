using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace TeamsConnectBot.BotFramework.Tests.Testing;

/// <summary>A token as the channel creates it; each test changes only what it is about.</summary>
internal sealed record ChannelToken
{
    public required SigningKey Key { get; init; }
    public required string? ServiceUrl { get; init; }
    public string? Issuer { get; init; } = "https://api.botframework.com";
    public string? Audience { get; init; } = BotHost.AppId;
    public string Algorithm { get; init; } = SecurityAlgorithms.RsaSha256;
    public TimeSpan From { get; init; } = TimeSpan.FromMinutes(-1);
    public TimeSpan Until { get; init; } = TimeSpan.FromMinutes(30);

    public string Write()
    {
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        var claims = new Dictionary<string, object>();
        if (ServiceUrl is not null)
        {
            claims["serviceurl"] = ServiceUrl;
        }

        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Issuer,
            Audience = Audience,
            NotBefore = now + From,
            Expires = now + Until,
            Claims = claims,
            SigningCredentials = new SigningCredentials(Key.Private, Algorithm),
        });
    }
}
