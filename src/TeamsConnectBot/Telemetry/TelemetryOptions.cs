namespace TeamsConnectBot.Telemetry;

internal sealed class TelemetryOptions
{
    public const string Section = "Telemetry";

    /// <summary>
    /// The OTLP endpoint (gRPC) that receives metrics and traces, such as <c>http://127.0.0.1:4317</c>; empty to export nothing.
    /// </summary>
    public string OtlpEndpoint { get; set; } = "";

    public Uri? Endpoint => Uri.TryCreate(OtlpEndpoint, UriKind.Absolute, out var address) ? address : null;
}
