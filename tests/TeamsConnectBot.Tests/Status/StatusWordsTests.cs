using System.Text.RegularExpressions;
using Azure.Identity;
using Npgsql;
using TeamsConnectBot.Admin.Web;
using TeamsConnectBot.BotFramework.Connector;
using TeamsConnectBot.Graph.Transport;
using TeamsConnectBot.Status;
using TeamsConnectBot.Tests.Postgres;

namespace TeamsConnectBot.Tests.Status;

/// <summary>Every state has a sentence and a remedy, and docs/troubleshooting.md has them all.</summary>
internal sealed class StatusWordsTests
{
    private static readonly string[] Areas = ["Groups", "FreeBusy", "Mailbox"];

    private static IEnumerable<PartStatus> Findings =>
    [
        .. Enum.GetValues<ConnectorFailure>().Select(failure => Status("sending", SendingCheck.Down(failure))),
        .. from failure in Enum.GetValues<GraphFailure>()
           from area in Areas
           select Status("graph", GraphCheck.Down(failure, area)),
    ];

    [Test]
    public void Status_WhateverFailed_HasASentenceAndARemedy([Values("nl", "en")] string language)
    {
        var t = PageTexts.For(language);

        Assert.That(Findings.Select(part => StatusWords.Says(t, part)), Is.All.Contain("2026 06:20 UTC"));
        Assert.That(Findings.Select(part => StatusWords.Do(t, part)), Is.All.Not.Null);
    }

    [TestCase(PartState.Works, "Not in order: Sending to Teams. Everything else works.")]
    [TestCase(PartState.Unknown, "Not in order: Sending to Teams. The rest works, or is still being checked.")]
    public void Summary_OneTrouble_DoesNotCallWorkingWhatIsUnknown(PartState other, string says)
    {
        var sending = Status("sending", SendingCheck.Down(ConnectorFailure.Unavailable));

        Assert.That(
            StatusWords.Summary(PageTexts.For("en"), [sending, Status("graph", new PartFinding(other))]), Is.EqualTo(says));
    }

    [Test]
    public void TroubleshootingPage_HasEverySentenceAndRemedy()
    {
        var page = File.ReadAllText(Repository.PathOf("docs/troubleshooting.md"));
        var t = PageTexts.For("en");
        var said = t.Keys.Where(key => Regex.IsMatch(key, @"^status\.(?!part|title)\w+\.|^remedy\.")).ToList();

        Assert.That(said, Has.Count.GreaterThan(50));
        Assert.That(said.Select(key => Regex.Replace(t[key], @"\{\d\}", "…")).Where(text => !page.Contains(text, StringComparison.Ordinal)),
            Is.Empty);
    }

    [Test]
    public void TokenRefused_WithACodeThatHasNoRemedyOfItsOwn_SaysWhatToCheck()
    {
        var finding = new PartFinding(PartState.Down, "Refused") { Detail = "AADSTS1", Remedies = ["AADSTS1", "graphToken.Refused"] };

        Assert.That(StatusWords.Do(PageTexts.For("en"), Status("graphToken", finding)), Does.StartWith("Check Graph:TenantId"));
    }

    [TestCase("AADSTS700016: no such application", "NoToken", "No application with this client id")]
    [TestCase("AADSTS1: something else", "NoToken", "The identity of Storage:ManagedIdentityClientId must")]
    [TestCase("ManagedIdentityCredential authentication unavailable", "NoIdentity", "The identity of Storage:ManagedIdentityClientId must")]
    public async Task Database_NoTokenForIt_SaysSo(string failure, string reason, string remedy)
    {
        await using var storage = StorageOnly.Create(null);
        var check = ActivatorUtilities.CreateInstance<DatabaseCheck>(storage);
        var finding = check.Failed(new NpgsqlException("no password", new AuthenticationFailedException(failure)));

        Assert.That(finding.Reason, Is.EqualTo(reason));
        Assert.That(StatusWords.Do(PageTexts.For("en"), Status("database", finding)), Does.StartWith(remedy));
    }

    [Test]
    public async Task Database_RefusingTheManagedIdentity_DoesNotAskForAPassword()
    {
        await using var storage = StorageOnly.Create(
            "Host=localhost;Username=connect;Ssl Mode=VerifyFull", ("Storage:ManagedIdentityClientId", "some-id"));
        var check = ActivatorUtilities.CreateInstance<DatabaseCheck>(storage);
        var finding = check.Failed(new PostgresException("no", "FATAL", "FATAL", PostgresErrorCodes.InvalidAuthorizationSpecification));

        Assert.That(
            StatusWords.Do(PageTexts.For("en"), Status("database", finding)),
            Is.EqualTo("Username in Storage:ConnectionString must be the role of this managed identity in PostgreSQL: docs/storage.md."));
    }

    [Test]
    public void Database_RefusingTheAccount_SaysSo()
    {
        using var storage = StorageOnly.Create(null);
        var check = ActivatorUtilities.CreateInstance<DatabaseCheck>(storage);
        var finding = check.Failed(new PostgresException("no", "FATAL", "FATAL", PostgresErrorCodes.InvalidPassword));

        Assert.That(
            StatusWords.Says(PageTexts.For("en"), Status("database", finding)),
            Is.EqualTo("The database server has refused the service's account since 2 Mar 2026 06:20 UTC (error 28P01)."));
    }

    [TestCase(PartState.Works, true)]
    [TestCase(PartState.Recovering, true)]
    [TestCase(PartState.NotConfigured, true)]
    [TestCase(PartState.Down, false)]
    [TestCase(PartState.Unknown, false)]
    public void Part_InAState_LetsTheProcessDoItsWorkOrNot(PartState state, bool isReady) =>
        Assert.That(Status("any", new PartFinding(state)).IsReady, Is.EqualTo(isReady));

    private static PartStatus Status(string part, PartFinding finding) =>
        new(part, finding, Instant.FromUtc(2026, 3, 2, 6, 20), IsSinceStart: false, null);
}
