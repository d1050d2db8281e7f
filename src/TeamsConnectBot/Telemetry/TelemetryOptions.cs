namespace TeamsConnectBot.Telemetry;

internal sealed class TelemetryOptions
{
    public const string Section = "Telemetry";

    /// <summary>Where metrics and traces go by OTLP over gRPC, such as <c>http://127.0.0.1:4317</c>; empty for nowhere.</summary>
    public string OtlpEndpoint { get; set; } = "";

    public Uri? Endpoint => Uri.TryCreate(OtlpEndpoint, UriKind.Absolute, out var address) ? address : null;
}
