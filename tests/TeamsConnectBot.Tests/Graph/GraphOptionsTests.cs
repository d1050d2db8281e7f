using TeamsConnectBot.BotFramework.Clouds;
using TeamsConnectBot.Graph;

namespace TeamsConnectBot.Tests.Graph;

internal sealed class GraphOptionsTests
{
    [Test]
    public void Options_OfAnOrdinaryService_AreValid() => Assert.That(Validate(_ => { }), Is.Empty);

    [Test]
    public void BaseUrl_PlainHttpOnLoopback_IsValid() => Assert.That(Validate(o => o.BaseUrl = "http://127.0.0.1:5000/v1.0"), Is.Empty);

    [Test]
    public void BaseUrl_PlainHttpElsewhere_IsRefusedWithKeyValueAndRange() =>
        Assert.That(
            Validate(o => o.BaseUrl = "http://graph.example"),
            Is.EqualTo(new[] { "Graph:BaseUrl is 'http://graph.example'; allowed: an https URL, or http on a loopback host." }));

    [TestCase("https://login.microsoftonline.com/contoso")]
    [TestCase("http://login.microsoftonline.com/")]
    public void AuthorityHost_MoreThanAHost_IsRefused(string value) => Assert.That(
        Validate(o => o.AuthorityHost = value),
        Is.EqualTo(new[]
        {
            $"Graph:AuthorityHost is '{value}'; allowed: an https URL of a host alone, such as https://login.microsoftonline.com/.",
        }));

    [TestCase(0)]
    [TestCase(9)]
    public void MaxConcurrency_OutsideItsRange_IsRefused(int value) =>
        Assert.That(Validate(o => o.MaxConcurrency = value), Is.EqualTo(new[] { $"Graph:MaxConcurrency is '{value}'; allowed: 1 to 8." }));

    [Test]
    public void Limits_OfGraphExceeded_AreRefused() =>
        Assert.That(Validate(o => (o.BatchSize, o.SchedulesPerRequest) = (21, 21)), Has.Count.EqualTo(2));

    [Test]
    public void Credential_TwoAtOnce_IsRefusedWithoutShowingTheSecret() =>
        Assert.That(
            Validate(o => o.ManagedIdentityClientId = "identity").Single(), Does.Contain("exactly one of").And.Not.Contain("s3cret"));

    [Test]
    public void Credential_ManagedIdentity_NeedsNoTenantOrClient() =>
        Assert.That(
            Validate(o => (o.ClientSecret, o.TenantId, o.ClientId, o.ManagedIdentityClientId) = (null, "", "", "identity")), Is.Empty);

    [Test]
    public void Options_LeftEmpty_NameEveryMissingKey()
    {
        var wrong = new GraphOptionsValidator(MicrosoftClouds.Public).Validate(null, new GraphOptions()).Failures!;

        Assert.That(
            string.Join(' ', wrong),
            Does.Contain("Graph:ServiceMailbox").And.Contain("Graph:TenantId").And.Contain("Graph:ClientId").And.Contain("exactly one of"));
    }

    [Test]
    public void ExtraCaFile_WithoutACertificate_IsRefused()
    {
        var file = typeof(GraphOptionsTests).Assembly.Location;

        Assert.That(
            Validate(o => o.ExtraCaFile = file).Single(),
            Does.Contain($"Graph:ExtraCaFile is '{file}'").And.Contain("certificates in PEM form"));
    }

    [Test]
    public void ExtraCaFile_Missing_IsRefused() =>
        Assert.That(Validate(o => o.ExtraCaFile = "no-such.pem").Single(), Does.Contain("Graph:ExtraCaFile is 'no-such.pem'"));

    private static List<string> Validate(Action<GraphOptions> change)
    {
        var options =
            new GraphOptions { TenantId = "contoso", ClientId = "bot", ClientSecret = "s3cret", ServiceMailbox = "coffee@contoso.nl" };
        options.FillFrom(MicrosoftClouds.Public);
        change(options);
        return [.. new GraphOptionsValidator(MicrosoftClouds.Public).Validate(null, options).Failures ?? []];
    }
}
