using TeamsConnectBot.Admin;
using TeamsConnectBot.BotFramework.Clouds;

namespace TeamsConnectBot.Tests.Admin;

internal sealed class AdminOptionsTests
{
    [Test]
    public void Options_Complete_AreValid() => Assert.That(Problems(_ => { }), Is.Empty);

    [Test]
    public void Options_PageDisabled_AreNotValidated() =>
        Assert.That(Problems(options => (options.ClientId, options.TenantId) = ("", "nonsense")), Is.Empty);

    private static readonly (Action<AdminOptions> Change, string Says)[] Wrong =
    [
        (options => options.ClientId = "me", "Admin:ClientId is 'me'"),
        (options => options.TenantId = "", "Admin:TenantId is ''"),
        (options => options.ClientSecret = null, "Admin sets 0 of ClientSecret"),
        (options => options.ManagedIdentityClientId = "x", "Admin sets 2 of ClientSecret"),
        (options => options.Authority = "http://login.example", "Admin:Authority is 'http://login.example'"),
        (options => options.AuthorizationEndpoint = "http://login.example/authorize", "Admin:AuthorizationEndpoint is"),
        (options => options.PublicUrl = "http://connect.example", "Admin:PublicUrl is 'http://connect.example'"),
        (options => options.PublicUrl = "https://connect.example/admin", "without a path"),
        (options => options.TeamsResource = "https://connect.example", "Admin:TeamsResource is"),
        (options => options.ExtraCaFile = "no-such.pem", "there is no such file"),
        (options => options.ExtraCaFile = typeof(AdminOptionsTests).Assembly.Location, "it contains no certificate in PEM form"),
        (options => options.KeyVaultKey = "https://v.vault.azure.net/", "Admin:KeyVaultKey is 'https://v.vault.azure.net/'; give"),
        (options => options.SessionHours = 13, "Admin:SessionHours is 13; allowed are 1 to 12"),
    ];

    [Test]
    public void Options_Invalid_FailNamingTheKeyTheValueAndWhatIsAllowed([Range(0, 12)] int index)
    {
        var (change, says) = Wrong[index];

        Assert.That(Problems(change), Has.One.Contains(says));
        Assert.That(string.Concat(Problems(change)), Does.Not.Contain("hush"), "the message must not contain a secret");
    }

    private static List<string> Problems(Action<AdminOptions> change)
    {
        var options = new AdminOptions
        {
            ClientId = "6f1c1a52-8d6b-4f6e-9a2b-0d6f0c9be001",
            TenantId = "6f1c1a52-8d6b-4f6e-9a2b-0d6f0c9be002",
            ClientSecret = "hush",
            PublicUrl = "https://connect.example.org",
        };
        options.FillFrom(MicrosoftClouds.Public);
        change(options);
        return [.. new AdminOptionsValidation(MicrosoftClouds.Public).Validate(null, options).Failures ?? []];
    }
}
