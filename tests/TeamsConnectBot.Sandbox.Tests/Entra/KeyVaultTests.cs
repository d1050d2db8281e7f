using System.Net;
using Microsoft.IdentityModel.Tokens;
using TeamsConnectBot.Sandbox.Entra;
using TeamsConnectBot.Sandbox.Tests.Support;

namespace TeamsConnectBot.Sandbox.Tests.Entra;

/// <summary>The simulated Key Vault refuses what the real one refuses.</summary>
internal sealed class KeyVaultTests : SandboxFixture
{
    private static readonly object Wrap = new { alg = "RSA-OAEP-256", value = Base64UrlEncoder.Encode("secret") };

    [Test]
    public async Task Key_WrappedByAnOldVersion_IsUnwrappedByThatVersionOnly()
    {
        using var wrapped = await AskAsync($"{Server.VaultKeyUrl}/wrapkey", Wrap);
        var answer = await ReadAsync(wrapped);
        var value = new { alg = "RSA-OAEP-256", value = (string?)answer["value"] };
        Server.Vault.Rotate();

        using var old = await AskAsync($"{answer["kid"]}/unwrapkey", value);
        using var other = await AskAsync($"{Server.VaultKeyUrl}/{Server.Vault.Version}/unwrapkey", value);

        Assert.That((string?)(await ReadAsync(old))["value"], Is.EqualTo(Base64UrlEncoder.Encode("secret")));
        Assert.That(other.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
    }

    [Test]
    public async Task Request_WithATokenForAnotherResource_IsUnauthorized()
    {
        using var response = await SendAsync("POST", new Uri($"{Server.VaultKeyUrl}/wrapkey?api-version=7.4"), GraphToken, Wrap);

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
        Assert.That(response.Headers.WwwAuthenticate.ToString(), Does.Contain("https://vault.azure.net"));
    }

    [TestCase("wrapkey?api-version=1.0", "RSA-OAEP-256")]
    [TestCase("wrapkey?api-version=7.4", "RSA1_5")]
    public async Task Request_NotAsDocumented_IsBadRequest(string operation, string algorithm)
    {
        var body = new { alg = algorithm, value = "c2VjcmV0" };
        using var response = await SendAsync("POST", new Uri($"{Server.VaultKeyUrl}/{operation}"), Token, body);

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
    }

    private string Token => Server.EntraTokens.Create(EntraTokens.Vault, []);

    private Task<HttpResponseMessage> AskAsync(string address, object body) =>
        SendAsync("POST", new Uri($"{address}?api-version=7.4"), Token, body);
}
