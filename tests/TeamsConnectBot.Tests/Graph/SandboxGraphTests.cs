using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using TeamsConnectBot.Graph;
using TeamsConnectBot.Graph.Copilot;
using TeamsConnectBot.Graph.Events;
using TeamsConnectBot.Graph.People;
using TeamsConnectBot.Graph.Schedules;
using TeamsConnectBot.Sandbox;
using TeamsConnectBot.Sandbox.Faults;
using TeamsConnectBot.Sandbox.Graph;
using TeamsConnectBot.Sandbox.Launch;

namespace TeamsConnectBot.Tests.Graph;

/// <summary>The whole feature against the Sandbox: its tokens over TLS, its Graph over HTTP, and its data as the expected values.</summary>
internal sealed class SandboxGraphTests
{
    private static readonly Interval Week = new(Instant.FromUtc(2026, 3, 2, 0, 0), Instant.FromUtc(2026, 3, 9, 0, 0));

    private TemporaryFolder folder = null!;
    private SandboxServer sandbox = null!;
    private ServiceProvider services = null!;
    private LogLines log = null!;

    [SetUp]
    public async Task StartAsync()
    {
        folder = TemporaryFolder.Create();
        sandbox = await SandboxServer.StartAsync(new SandboxOptions
        {
            DataFolder = folder.Path,
            People = 150,
            PageSize = 40,
            GrantedPermissions = ["User.Read.All", "GroupMember.Read.All", "Calendars.ReadWrite", "Reports.Read.All"],
        });
        log = new LogLines();
        services = new ServiceCollection()
            .AddLogging(logging => logging.AddProvider(log))
            .AddGraph(Settings().GetSection(GraphOptions.Section))
            .BuildServiceProvider();
    }

    [TearDown]
    public async Task StopAsync()
    {
        await services.DisposeAsync();
        await sandbox.DisposeAsync();
        log.Dispose();
        folder.Dispose();
        Assert.That(sandbox.Tenant.Counters.Unexpected, Is.Empty);
    }

    [Test]
    public async Task Members_OfTheGroup_AreTheOrganisationWithItsManagers()
    {
        var people = await MembersAsync();

        var expected = sandbox.Tenant.People.All.Select(
            p => (p.ObjectId.ToString(), p.Name, p.Mail, sandbox.Tenant.People.ManagerOf(p)?.ObjectId.ToString()));
        Assert.That(people.Select(p => (p.Id, p.DisplayName, p.Mail, p.ManagerId)), Is.EquivalentTo(expected));
    }

    [Test]
    public async Task WrongSecret_WithTheRealCredential_IsLoggedWithEntrasCode()
    {
        await services.DisposeAsync();
        var settings = new ConfigurationBuilder().AddConfiguration(Settings())
            .AddInMemoryCollection(new Dictionary<string, string?> { ["Graph:ClientSecret"] = "wrong" }).Build();
        services = new ServiceCollection()
            .AddLogging(logging => logging.AddProvider(log)).AddGraph(settings.GetSection(GraphOptions.Section)).BuildServiceProvider();

        await Assert.ThatAsync(MembersAsync, Throws.InstanceOf<TeamsConnectBot.Graph.Transport.GraphUnavailableException>());
        Assert.That(
            log.All.Single(line => line.Contains("NoToken", StringComparison.Ordinal)),
            Does.Contain("AADSTS7000215").And.Not.Contain("Invalid client secret"));
    }

    [Test]
    public async Task Events_MoreThanAPage_AreReadByTheirLinks()
    {
        var events = services.GetRequiredService<GraphEvents>();
        var (from, to) = (Week.Start, Week.Start + Duration.FromHours(1));
        for (var number = 0; number < 505; number++)
        {
            await events.CreateAsync(Meetings.Coffee() with { TransactionId = $"t{number}", Start = from, End = to }, default);
        }

        Assert.That(await events.ReadBetweenAsync(from, to, default), Has.Count.EqualTo(505));
    }

    [Test]
    public async Task Schedules_WithAThrottledPart_AreEverybodysOwnBusyTimes()
    {
        sandbox.Faults.Refuse("/v1.0/users/*/calendar/getSchedule", 429, "0.05", count: 1);

        var answers = await SchedulesAsync();

        var people = sandbox.Tenant.People.All.ToDictionary(p => p.ObjectId.ToString());
        Assert.That(answers, Has.Count.EqualTo(people.Count));
        foreach (var answer in answers)
        {
            var person = people[answer.PersonId];
            if (!person.HasMailbox)
            {
                Assert.That(answer, Is.EqualTo(new UnknownSchedule(answer.PersonId, ScheduleFailure.NoMailbox)));
                continue;
            }

            var known = (KnownSchedule)answer;
            Assert.That(known.Hours!.Zone.GetUtcOffset(Week.Start), Is.EqualTo(person.TimeZone.GetUtcOffset(Week.Start)));
            Assert.That((known.Hours.Start, known.Hours.End), Is.EqualTo((person.WorkingHours.Start, person.WorkingHours.End)));
            var missed = sandbox.Tenant.Calendar.EventsOf(person, Week.Start, Week.End)
                .Where(item => item.Status is not (Sandbox.Tenant.BusyStatus.Free or Sandbox.Tenant.BusyStatus.WorkingElsewhere))
                .Where(item =>
                    !known.Busy.Any(b => b.Start <= Instant.Max(item.Start, Week.Start) && b.End >= Instant.Min(item.End, Week.End)));
            Assert.That(missed, Is.Empty);
        }
    }

    [Test]
    public async Task Schedules_WithPermissionToSeeSubjects_LogNoSubject()
    {
        await SchedulesAsync();

        Assert.That(string.Join('\n', log.All), Does.Not.Contain(ScheduleJson.SecretSubject));
    }

    [Test]
    public async Task Schedules_Of150People_AreReadInEightParts()
    {
        await SchedulesAsync();

        Assert.That(sandbox.Tenant.Counters.Of("graph.getSchedule"), Is.EqualTo(8));
    }

    [TestCase(DuplicateTransaction.Created)]
    [TestCase(DuplicateTransaction.Ok)]
    [TestCase(DuplicateTransaction.Conflict)]
    public async Task Event_CreatedTwice_ExistsOnce(DuplicateTransaction duplicate)
    {
        sandbox.Options.DuplicateTransaction = duplicate;
        var (first, second) = (await CreateAsync(), await CreateAsync());

        Assert.That(second, Is.EqualTo(first));
        Assert.That(sandbox.Tenant.Calendar.Created, Is.EqualTo(1));
    }

    [Test]
    public async Task Event_ResponseLost_ExistsOnce()
    {
        sandbox.Faults.Add(new FaultRule { Method = "POST", Path = "/v1.0/users/*/events", Count = 1, AfterHandling = true, Abort = true });

        await CreateAsync();

        Assert.That(sandbox.Tenant.Calendar.Created, Is.EqualTo(1));
    }

    [Test]
    public async Task Event_CreatedMovedAndCancelled_FollowsInTheCalendar()
    {
        var events = services.GetRequiredService<GraphEvents>();
        var created = await CreateAsync();
        var later = Meeting().Start + Duration.FromHours(1);

        Assert.That(created.JoinUrl, Does.StartWith("https://"));
        Assert.That(await events.MoveAsync(created.Id, later, later + Duration.FromMinutes(20), Meetings.Amsterdam, default), Is.True);
        Assert.That((await events.ReadAsync(created.Id, default))!.Start, Is.EqualTo(later));
        await events.CancelAsync(created.Id, default);
        await events.CancelAsync(created.Id, default);
        Assert.That(await events.ReadAsync(created.Id, default), Is.Null);
        Assert.That(sandbox.Tenant.Calendar.Live, Is.Empty);
    }

    [TestCase(false)]
    [TestCase(true)]
    public async Task UsageReport_DirectOrRedirected_HasTheLicensedPeopleWhoAllowedIt(bool redirect)
    {
        sandbox.Options.Reports.Redirect = redirect;
        var licensed = sandbox.Tenant.People.All.Where(p => p.HasLicence).Select(p => p.UserPrincipalName)
            .Order(StringComparer.Ordinal).ToList();
        var allowed = licensed.Take(3).ToHashSet(StringComparer.OrdinalIgnoreCase);

        var report = (KnownUsage)await services.GetRequiredService<CopilotUsageReport>().ReadAsync(allowed.Contains, default);

        Assert.That(report.RefreshDate, Is.EqualTo(new LocalDate(2026, 2, 28)));
        Assert.That(report.Rows.Select(r => r.UserPrincipalName), Is.EquivalentTo(allowed));
    }

    [Test]
    public async Task UsageReport_Concealed_GivesNobody()
    {
        sandbox.Options.Reports.Concealed = true;

        Assert.That(
            await services.GetRequiredService<CopilotUsageReport>().ReadAsync(_ => true, default), Is.EqualTo(new ConcealedUsage()));
    }

    private IConfigurationRoot Settings() => new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
    {
        ["Graph:BaseUrl"] = sandbox.GraphUrl.ToString(),
        ["Graph:AuthorityHost"] = sandbox.AuthorityUrl.ToString(),
        ["Graph:ExtraCaFile"] = sandbox.CaFile,
        ["Graph:TenantId"] = sandbox.TenantId.ToString(),
        ["Graph:ClientId"] = sandbox.AppId.ToString(),
        ["Graph:ClientSecret"] = sandbox.ClientSecret,
        ["Graph:ServiceMailbox"] = sandbox.ServiceMailbox,
        ["Graph:RetryDelay"] = "00:00:00.005",
    }).Build();

    private async Task<List<DirectoryPerson>> MembersAsync() =>
        await services.GetRequiredService<GraphDirectory>().ReadMembersAsync(sandbox.GroupId.ToString(), default).ToListAsync();

    private async Task<List<ScheduleAnswer>> SchedulesAsync()
    {
        var people = sandbox.Tenant.People.All.Select(p => new MailboxRequest(p.ObjectId.ToString(), p.Mail)).ToList();
        return await services.GetRequiredService<GraphSchedules>().ReadAsync(people, Week, default).ToListAsync();
    }

    private Task<CreatedEvent> CreateAsync() => services.GetRequiredService<GraphEvents>().CreateAsync(Meeting(), default);

    private NewEvent Meeting()
    {
        var attendees = sandbox.Tenant.People.All.Where(p => p.HasMailbox).Take(2).Select(p => new Invitee(p.Mail!, p.Name)).ToList();
        var start = Instant.FromUtc(2026, 3, 5, 13, 0);
        return Meetings.Coffee() with { Start = start, End = start + Duration.FromMinutes(20), Attendees = attendees };
    }
}
