using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using TeamsConnectBot.Core.Rules.Definition;
using TeamsConnectBot.Data;
using TeamsConnectBot.DryRuns;
using TeamsConnectBot.Roles;
using TeamsConnectBot.Sandbox;
using TeamsConnectBot.Sandbox.Launch;
using TeamsConnectBot.Sandbox.Tenant;

namespace TeamsConnectBot.Benchmarks;

/// <summary>
/// <c>dry-run --people N [--seed S]</c>: the dry run of a rule on everybody in a generated organisation, against the Sandbox over HTTP.
/// Generating the organisation and joining are not measured.
/// </summary>
internal static class DryRunCommand
{
    private const string Pool = "everyone";

    // Uses no new personal data, so the works council need not approve it first; it still simulates a round for everybody.
    private static readonly Rule Draft = new()
    {
        Id = "benchmark",
        Name = new("Gewoon", "Plain"),
        Why = new("Omdat het een gewone week is.", "Because it is a plain week."),
        Order = 1,
    };

    public static Command Create()
    {
        var people = CommandOptions.Required<int>("--people", "How many people take part.");
        var seed = CommandOptions.Optional("--seed", "Seed of the organisation.", 1UL);
        var command = new Command("dry-run", "Runs the dry run of one rule on everybody.") { people, seed };
        command.SetAction((parsed, cancellation) => RunAsync(parsed.GetRequiredValue(people), parsed.GetValue(seed), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(int people, ulong seed, CancellationToken cancellation)
    {
        var run = new SandboxRun { People = people, Seed = seed, Start = new DateOnly(2026, 11, 23) };
        var organisation = run.ReadOrganisation();
        using var folder = TemporaryFolder.Create();
        await using var tenant = await SandboxServer.StartAsync(new SandboxOptions
        {
            DataFolder = folder.Path,
            Organisation = organisation,
            Seed = seed,
            Start = run.StartsAt(organisation, TimeProvider.System),
        });
        await using var service = await RunningService.StartAsync(tenant, new LaunchOptions { DatabaseFile = folder.File("connect.db") });
        await JoinAllAsync(service.Services.GetRequiredService<Database>(), tenant.Tenant, cancellation);

        var actor = new Actor("benchmark", "benchmark", Role.Admin);
        var report = await service.Services.GetRequiredService<DryRun>().RunAsync(Draft, Pool, actor, null, cancellation);
        JsonLine.Write(new
        {
            people,
            refused = report.Refused?.ToString(),
            audience = report.Draft?.Audience.ToString(),
            nudges = report.Draft?.Outlook.Invitations.ToString(),
            pairs = report.Draft?.Pairs.ToString(),
            graphRequests = tenant.Tenant.Counters.Sum("graph."),
            seconds = Math.Round(report.Seconds, 1),
            peakMiB = PeakMemory.MiB(),
        });
        return report.Refused is null ? 0 : 1;
    }

    private static Task JoinAllAsync(Database database, SandboxTenant tenant, CancellationToken cancellation)
    {
        var joined = tenant.Now - Duration.FromDays(30);
        return database.WriteAsync(
            db =>
            {
                db.Participants.AddRange(tenant.People.All.Select(person => new Participant
                {
                    PersonId = person.ObjectId.ToString(),
                    PoolId = Pool,
                    Name = person.Name,
                    Mail = person.Mail,
                    Nonce = Nonce.New(),
                    TeamsUserId = person.TeamsId,
                    ServiceUrl = "https://example.org",
                    Language = "nl",
                    Zone = person.Zone,
                    InstalledAt = joined,
                    JoinedAt = joined,
                    GapsAllowedAt = joined,
                }));
                return Task.CompletedTask;
            },
            cancellation);
    }
}
