using System.Net;
using CsvHelper;
using Microsoft.Extensions.Options;
using Microsoft.Kiota.Abstractions;
using NodaTime;
using TeamsConnectBot.Graph.Transport;

namespace TeamsConnectBot.Graph.Copilot;

/// <summary>Reads Microsoft 365 Copilot's daily usage report, once for everyone who allowed it.</summary>
internal sealed partial class CopilotUsageReport(GraphTransport transport, IOptions<GraphOptions> options, ILogger<CopilotUsageReport> logger)
{
    private const string Route = "Copilot usage report";
    private const int MostRedirects = 3;

    // A large organisation's report takes longer than an ordinary answer.
    private const int TimeoutFactor = 10;

    /// <summary>
    /// Reads the report. <paramref name="allowed"/> is asked for every line, with its user principal name; a line it
    /// refuses is dropped while it is read.
    /// </summary>
    public async Task<UsageReport> ReadAsync(Func<string, bool> allowed, CancellationToken cancellationToken)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(options.Value.RequestTimeout * TimeoutFactor);
        UsageReport report;
        try
        {
            report = await ReadWithinAsync(allowed, deadline.Token);
        }
        catch (GraphUnavailableException e)
        {
            return new UnavailableUsage(e.Failure);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or CsvFormatException || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            var failure = e is CsvFormatException ? GraphFailure.Unreadable : GraphFailure.Unreachable;
            return new UnavailableUsage(transport.Fail(Route, failure, null, null, e).Failure);
        }

        Report(report);
        return report;
    }

    private async Task<UsageReport> ReadWithinAsync(Func<string, bool> allowed, CancellationToken cancellationToken)
    {
        var response = await transport.SendStreamedAsync(Route, _ => Request(), cancellationToken);
        try
        {
            for (var hop = 0; hop < MostRedirects && IsRedirect(response.StatusCode); hop++)
            {
                var address = AddressOf(response) ?? throw Fail(response, GraphFailure.Unreadable);
                response.Dispose();
                response = await transport.SendUnsignedAsync(Route, address, cancellationToken);
            }

            if (!response.IsSuccessStatusCode)
            {
                throw Fail(response, GraphTransport.FailureOf(response.StatusCode) ?? (response.StatusCode is HttpStatusCode.NotFound ? GraphFailure.NotFound : GraphFailure.Rejected));
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
        var request = new RequestInformation { HttpMethod = Method.GET, URI = new Uri($"{transport.Root}/copilot/reports/getMicrosoft365CopilotUsageUserDetail(period='D7')") };
        request.Headers.Add("Accept", "application/octet-stream, text/csv");
        return request;
    }

    private static bool IsRedirect(HttpStatusCode status) => status is HttpStatusCode.Found or HttpStatusCode.MovedPermanently or HttpStatusCode.SeeOther or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect;

    // The report holds people's names, so it travels over TLS unless Graph itself is on this machine.
    private Uri? AddressOf(HttpResponseMessage response)
    {
        if (response.Headers.Location is not { } location)
        {
            return null;
        }

        var address = location.IsAbsoluteUri ? location : new Uri(transport.Root, location);
        return address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback && transport.Root.IsLoopback) ? address : null;
    }

    private GraphUnavailableException Fail(HttpResponseMessage response, GraphFailure failure) =>
        transport.Fail(Route, failure, response.StatusCode, GraphAnswer.RequestIdOf(response), null);

    private void Report(UsageReport report)
    {
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
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "The Copilot usage report of {RefreshDate} was read; {Unreadable} lines could not be")]
        public static partial void Read(ILogger logger, LocalDate refreshDate, int unreadable);

        [LoggerMessage(LogLevel.Information, "The organisation conceals names in usage reports: no AI-use band comes from the report, only from people themselves")]
        public static partial void Concealed(ILogger logger);

        [LoggerMessage(LogLevel.Information, "There is no Copilot usage report yet; today counts as unknown")]
        public static partial void NoReport(ILogger logger);
    }
}
