using TeamsConnectBot.Operations;
using TeamsConnectBot.Operations.Checks;

namespace TeamsConnectBot.Tests.Operations;

/// <summary>How <c>check</c> reports, for people and for scripts, and how it reads its command line.</summary>
internal sealed class CheckReportTests : CheckTests
{
    [Test]
    public async Task Json_OfARightInstallation_HasTheDocumentedShape()
    {
        var (code, json) = await CheckAsync();

        Assert.That(code, Is.Zero);
        Assert.That(json.Select(one => one.Key), Is.EqualTo(new[] { "version", "exitCode", "counts", "checks" }));
        Assert.That((int)json["version"]!, Is.EqualTo(1));
        Assert.That((int)json["exitCode"]!, Is.Zero);
        Assert.That((int)json["counts"]!["good"]!, Is.EqualTo(11));
        Assert.That(
            json["checks"]!.AsArray().Select(check => (string?)check!["key"]),
            Is.EqualTo(new[]
            {
                "settings", "rounds:everyone", "package", "package:catalogue", "database", "token:graph", "token:bot", "permissions",
                "group:everyone", "mailbox:calendar", "mailbox:teams-link", "mailbox:free-busy", "scope:direct", "scope:nested",
                "scope:outside", "bot", "endpoint",
            }));
        Assert.That(
            Of(json, "package").Select(one => one.Key),
            Is.EqualTo(new[] { "key", "subject", "state", "finding", "says", "fix", "docs" }));
        Assert.That((string?)Of(json, "package")["docs"], Is.EqualTo("docs/troubleshooting.md#check-package"));
        Assert.That((string?)Of(json, "package")["state"], Is.EqualTo("notTried"));
    }

    [Test]
    public async Task Json_Docs_LeadToHeadingsOfThePage()
    {
        var page = await File.ReadAllLinesAsync(Repository.PathOf("docs", "troubleshooting.md"));

        var (_, json) = await CheckAsync("--member", Direct.UserPrincipalName);

        var anchors = json["checks"]!.AsArray().Select(check => ((string)check!["docs"]!).Split('#')[1]).Distinct();
        Assert.That(anchors.Select(anchor => $"### {anchor.Replace('-', ' ')}"), Is.SubsetOf(page));
    }

    [Test]
    public async Task Json_WrongSettings_ListsEachAndTriesNothingElse()
    {
        var (code, json) = await CheckAsync("--Engine:SendAtOnce=0", "--Graph:BatchSize=0");

        Assert.That(code, Is.EqualTo(1));
        Assert.That(json["checks"]!.AsArray().Select(check => (string?)check!["finding"]), Is.EqualTo(new[] { "setting", "setting" }));
    }

    [TestCase("--Engine:SendAtOnce=many", "Engine:SendAtOnce is 'many'; it must be a whole number.")]
    [TestCase("--Engine:SweepEvery=often", "Engine:SweepEvery is 'often'; it must be a duration such as 00:05:00.")]
    [TestCase("--Signals:CopilotReport=perhaps", "Signals:CopilotReport is 'perhaps'; it must be true or false.")]
    public async Task Json_SettingOfTheWrongKind_NamesKeyValueAndWhatIsAllowed(string setting, string says)
    {
        var (_, json) = await CheckAsync(setting);

        Assert.That((string?)Of(json, "settings")["says"], Is.EqualTo(says));
    }

    [TestCase("--jsn", "There is no option '--jsn'.")]
    [TestCase("--Json", "There is no option '--Json'.")]
    [TestCase("json", "There is no option 'json'.")]
    [TestCase("--package", "--package needs a value.")]
    [TestCase("--json=yes", "--json takes no value.")]
    [TestCase("--domain=connect.example.org#x", "give a host name such as connect.example.org")]
    [TestCase("--domain=https://connect.example.org/x", "give a host name such as connect.example.org")]
    public async Task CommandLine_WithAMistake_IsRefusedWithTheRightOptions(string argument, string problem)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();

        var code = await InstallationCheck.RunAsync([argument], output, errors);

        Assert.That(code, Is.EqualTo(2));
        Assert.That(errors.ToString(), Does.Contain(problem).And.Contain("--json  ").And.Contain("--outside NAME"));
        Assert.That(output.ToString(), Is.Empty);
    }

    [TestCase("--Storage:File", "--json")]
    [TestCase("--member", "--json")]
    [TestCase("--Storage:File")]
    public async Task CommandLine_WithoutAValue_IsRefusedInsteadOfTakingTheNextOption(params string[] arguments)
    {
        using var errors = new StringWriter();

        var code = await InstallationCheck.RunAsync(arguments, TextWriter.Null, errors);

        Assert.That(code, Is.EqualTo(2));
        Assert.That(errors.ToString(), Does.StartWith($"{arguments[0]} needs a value."));
    }

    [TestCase("--Cloud=UsGov")]
    [TestCase("--cloud", "UsGov")]
    [TestCase("--environment=Production")]
    [TestCase("Storage:File=connect.db")]
    public void CommandLine_Setting_IsPassedOn(params string[] given)
    {
        var (arguments, problem) = CheckCommandLine.Read(given);

        Assert.That(problem, Is.Null);
        Assert.That(arguments!.Settings, Is.EqualTo(new[] { string.Join('=', given) }));
    }

    [TestCase("--help")]
    [TestCase("-h")]
    [TestCase("-?")]
    public async Task Help_NamesOptionsAndExitCodes(string word)
    {
        using var output = new StringWriter();

        var code = await InstallationCheck.RunAsync([word], output, TextWriter.Null);

        Assert.That(code, Is.Zero);
        Assert.That(output.ToString(), Does.Contain("--package FILE").And.Contain("Exit codes: 0"));
    }

    [Test]
    public async Task Check_ThatThrows_IsReportedByTypeOnly()
    {
        using var output = new StringWriter();
        var report = new TextCheckReport(output);
        var check = new Check("any", "anything", _ => throw new InvalidOperationException("Password=hunter2"));

        await new CheckRun(report, TimeSpan.FromMinutes(1)).TryAsync(check, default);

        Assert.That(output.ToString(), Does.Contain("WRONG  anything: the check itself failed with InvalidOperationException."));
        Assert.That(output.ToString(), Does.Not.Contain("hunter2"));
        Assert.That(await report.EndAsync(), Is.EqualTo(1));
    }
}
