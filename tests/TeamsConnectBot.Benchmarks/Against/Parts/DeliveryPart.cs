using System.Globalization;

namespace TeamsConnectBot.Benchmarks.Against.Parts;

/// <summary>How much of what the limit allows is delivered. A refused request counts for the limit and delivers nothing.</summary>
internal sealed record DeliveryPart(string Name, int Recipients, int ThrottledPercent, bool FirstContact) : Part(Name)
{
    private const double Limit = 45;

    // Somebody new needs a conversation before the message.
    private double RequestsPerPerson => FirstContact ? 2 : 1;

    public override async Task<IReadOnlyDictionary<string, double>> MeasureAsync(BuiltCommit commit, CancellationToken cancellation)
    {
        List<string> arguments =
        [
            "delivery", "--latency-ms", "200", "--recipients", Recipients.ToString(CultureInfo.InvariantCulture), "--limit",
            Limit.ToString(CultureInfo.InvariantCulture), "--throttled-percent", ThrottledPercent.ToString(CultureInfo.InvariantCulture),
        ];
        if (FirstContact)
        {
            arguments.Add("--first-contact");
        }

        var run = await ChildProcess.Dotnet(commit.Benchmarks, arguments).MeasureAsync(cancellation);
        var allowed = Limit * (1 - ThrottledPercent / 100.0) / RequestsPerPerson;
        return new Dictionary<string, double>
        {
            ["share"] = run["perSecond"] / allowed, ["perSecond"] = run["perSecond"], ["lost"] = run["lost"],
            ["doubled"] = run["doubled"], ["processorSeconds"] = run.ProcessorSeconds,
        };
    }
}
