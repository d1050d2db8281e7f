using System.Net;
using CsvHelper;
using Microsoft.Kiota.Abstractions;
using TeamsConnectBot.Graph.Transport;

namespace TeamsConnectBot.Graph.Copilot;

/// <summary>Reads Microsoft 365 Copilot's daily usage report, once for everyone who allowed it.</summary>
internal sealed partial class CopilotUsageReport(
    GraphTransport transport, IOptions<GraphOptions> options, ILogger<CopilotUsageReport> logger)
{
    private const string Route = "Copilot usage report";
    private const int MaxRedirects = 3;

    // A large organisation's report takes longer than other answers.
    private const int TimeoutFactor = 10;

    /// <summary>
    /// Reads the report. <paramref name="allowed"/> is called with the user principal name of every line; a line it refuses is dropped
    /// while the report is streamed.
    /// </summary>
    public async Task<UsageReport> ReadAsync(Func<string, bool> allowed, CancellationToken cancellationToken)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(options.Value.RequestTimeout * TimeoutFactor);
        try
        {
            var report = await ReadWithinAsync(allowed, deadline.Token);
            switch (report)
            {
                case KnownUsage known:
                    Log.Read(logger, known.RefreshDate, known.UnreadableLines);
                    break;
                case ConcealedUsage:
                    Log.Concealed(logger);
                    break;
                default:
                    Log.NoReport(logger);
                    break;
            }

            return report;
        }
        catch (GraphUnavailableException e)
        {
            return new UnavailableUsage(e.Failure);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or CsvFormatException
            || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            var failure = e is CsvFormatException ? GraphFailure.Unreadable : GraphFailure.Unreachable;
            return new UnavailableUsage(transport.Fail(Route, failure, null, null, e).Failure);
        }
    }

    private async Task<UsageReport> ReadWithinAsync(Func<string, bool> allowed, CancellationToken cancellationToken)
    {
        var response = await transport.SendStreamedAsync(Route, _ => Request(), cancellationToken);
        try
        {
            for (var hop = 0; hop < MaxRedirects && IsRedirect(response.StatusCode); hop++)
            {
                var address = AddressOf(response) ?? throw Fail(response, GraphFailure.Unreadable);
                response.Dispose();
                response = await transport.SendUnsignedAsync(Route, address, cancellationToken);
            }

            if (!response.IsSuccessStatusCode)
            {
                var unlisted = response.StatusCode is HttpStatusCode.NotFound ? GraphFailure.NotFound : GraphFailure.Rejected;
                throw Fail(response, GraphTransport.FailureOf(response.StatusCode) ?? unlisted);
            }

            await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
            var report = await UsageCsv.ReadAsync(stream, allowed, cancellationToken);
            return report is UnavailableUsage { Reason: GraphFailure.Unreadable } ? throw Fail(response, GraphFailure.Unreadable) : report;
        }
        finally
        {
            response.Dispose();
        }
    }

    // This endpoint is not in the client's model.
    private RequestInformation Request()
    {
        var address = new Uri($"{transport.Root}/copilot/reports/getMicrosoft365CopilotUsageUserDetail(period='D7')");
        var request = new RequestInformation { HttpMethod = Method.GET, URI = address };
        request.Headers.Add("Accept", "application/octet-stream, text/csv");
        return request;
    }

    private static bool IsRedirect(HttpStatusCode status) => (int)status is 301 or 302 or 303 or 307 or 308;

    // The report contains people's names, so TLS is required unless Graph itself is on this machine.
    private Uri? AddressOf(HttpResponseMessage response)
    {
        if (response.Headers.Location is not { } location)
        {
            return null;
        }

        var address = new Uri(transport.Root, location);
        var isLocal = address.Scheme == Uri.UriSchemeHttp && address.IsLoopback && transport.Root.IsLoopback;
        return address.Scheme == Uri.UriSchemeHttps || isLocal ? address : null;
    }

    private GraphUnavailableException Fail(HttpResponseMessage response, GraphFailure failure) =>
        transport.Fail(Route, failure, response.StatusCode, GraphAnswer.RequestIdOf(response), null);

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "Copilot usage report of {RefreshDate} read; {Unreadable} lines were unreadable and skipped")]
        public static partial void Read(ILogger logger, LocalDate refreshDate, int unreadable);

        [LoggerMessage(LogLevel.Information,
            "The organisation conceals names in usage reports: AI-use days come only from what people report themselves")]
        public static partial void Concealed(ILogger logger);

        [LoggerMessage(LogLevel.Information, "There is no Copilot usage report yet; today's AI use remains unknown")]
        public static partial void NoReport(ILogger logger);
    }
}
