using System.Diagnostics;
using System.Globalization;
using TeamsConnectBot.Sandbox.Launch.Processes;
using TeamsConnectBot.Tests.Shared;

namespace TeamsConnectBot.Tests.Outages;

/// <summary>Simulates a full disk by a limit on the size of a process's files: writes fail, reads still work.</summary>
internal static class FileSizeLimit
{
    private const string Prlimit = "/usr/bin/prlimit";

    /// <summary>Skips the test where the limit cannot be set.</summary>
    public static void Require()
    {
        if (!File.Exists(Prlimit))
        {
            Requirement.Skip("tests with a full disk", "prlimit is not installed; `apt-get install util-linux` is enough.");
        }
    }

    public static void Set(ServiceProcess service) => Set(service, "0");

    public static void Remove(ServiceProcess service) => Set(service, "unlimited");

    private static void Set(ServiceProcess service, string size)
    {
        string[] arguments = ["--pid", service.Id.ToString(CultureInfo.InvariantCulture), $"--fsize={size}:unlimited"];
        using var limit = Process.Start(Prlimit, arguments);
        limit.WaitForExit();
        Assert.That(limit.ExitCode, Is.Zero);
    }
}
