using System.CommandLine;
using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using TeamsConnectBot.Data;
using TeamsConnectBot.Privacy;
using TeamsConnectBot.Sandbox;
using TeamsConnectBot.Sandbox.Launch;

namespace TeamsConnectBot.Benchmarks;

/// <summary>
/// <c>erasure --people N [--erased K]</c>: how long it takes to erase one person among N people with several months of data. SQLite's
/// overwriting of the deleted rows and truncation of its write-ahead log are included. Inserting the rows is not measured.
/// </summary>
internal static class ErasureCommand
{
    public static Command Create()
    {
        var people = CommandOptions.Required<int>("--people", "How many people have data.");
        var erased = CommandOptions.Optional("--erased", "How many of them are erased, one after another.", 20);
        var command = new Command("erasure", "Erases one person among many.") { people, erased };
        command.SetAction((parsed, cancellation) => RunAsync(parsed.GetRequiredValue(people), parsed.GetValue(erased), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(int people, int erased, CancellationToken cancellation)
    {
        var run = new SandboxRun { People = 4, Seed = 1, Start = new DateOnly(2026, 11, 23) };
        var organisation = run.ReadOrganisation();
        using var folder = TemporaryFolder.Create();
        await using var tenant = await SandboxServer.StartAsync(new SandboxOptions
        {
            DataFolder = folder.Path,
            Organisation = organisation,
            Start = run.StartsAt(organisation, TimeProvider.System),
        });
        var file = folder.File("connect.db");
        await using var service = await RunningService.StartAsync(tenant, new LaunchOptions { DatabaseFile = file, Synchronous = "Full" });
        var database = service.Services.GetRequiredService<Database>();
        var rows = await new ManyPeople(database, tenant.Tenant.Now).WriteAsync(people, cancellation);
        await database.TruncateWalAsync(cancellation);

        var erasure = service.Services.GetRequiredService<PersonErasure>();
        var times = new List<double>();
        foreach (var person in Enumerable.Range(0, erased).Select(number => ManyPeople.IdOf((int)((long)people * number / erased))))
        {
            var watch = Stopwatch.StartNew();
            await erasure.EraseAsync(person, cancellation);
            times.Add(watch.Elapsed.TotalMilliseconds);
        }

        await service.Clock.QuietAsync(cancellation);
        JsonLine.Write(new
        {
            people,
            rows,
            databaseMiB = new FileInfo(file).Length / (1024 * 1024),
            erased,
            firstMilliseconds = Math.Round(times[0], 1),
            medianMilliseconds = Math.Round(times.Order().ElementAt(erased / 2), 1),
            longestMilliseconds = Math.Round(times.Max(), 1),
        });
        return 0;
    }
}
