using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Graph;
using Microsoft.Kiota.Abstractions;

namespace TeamsConnectBot.Graph.Transport;

/// <summary>One page of a list.</summary>
/// <param name="Answer">What Graph sent.</param>
/// <param name="Items">Its items, as they stand.</param>
internal sealed record GraphPage(GraphAnswer Answer, IReadOnlyList<ReadOnlyMemory<byte>> Items);

/// <summary>A list that never ends: a page or a link came again, or one empty page after another.</summary>
internal sealed class EndlessListException(string what) : Exception(what);

/// <summary>
/// The one reader of Graph's lists: page after page by <c>@odata.nextLink</c>, as Graph gave it, to the page that has none. A page
/// may be short or empty and still not be the last.
/// </summary>
internal sealed class GraphPages(GraphTransport transport)
{
    private const string NextLink = "@odata.nextLink";

    // Directory queries do give a few empty pages; more than this is a server that is lost.
    private const int MostEmptyInARow = 100;

    // Not part of a link, but asked for on every page.
    private static readonly string[] KeptHeaders = ["ConsistencyLevel", "Prefer"];

    /// <summary>Reads a list from its first page on; nothing where it is gone.</summary>
    /// <exception cref="GraphUnavailableException">A page could not be read; what came before stands, but is not the whole
    /// list.</exception>
    public async IAsyncEnumerable<GraphPage> ReadAsync(
        string route, Func<GraphServiceClient, RequestInformation> first, [EnumeratorCancellation] CancellationToken cancellationToken,
        bool goneIsEmpty = false)
    {
        RequestInformation? asked = null;
        var answer = await transport.SendAsync(route, client => asked = first(client), cancellationToken);
        if (goneIsEmpty && answer.IsGone)
        {
            yield break;
        }

        var headers = KeptHeaders.Where(name => asked!.Headers.ContainsKey(name))
            .Select(name => (name, string.Join(',', asked!.Headers[name]))).ToList();
        await foreach (var page in FromAsync(answer, headers, cancellationToken))
        {
            yield return page;
        }
    }

    /// <summary>Goes on from a page that came in another way, such as a part of a batch.</summary>
    /// <exception cref="GraphUnavailableException">A page could not be read.</exception>
    public IAsyncEnumerable<GraphPage> FromAsync(GraphAnswer first, CancellationToken cancellationToken) =>
        FromAsync(first, [], cancellationToken);

    private async IAsyncEnumerable<GraphPage> FromAsync(
        GraphAnswer answer, List<(string Name, string Value)> headers, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var links = new HashSet<string>(StringComparer.Ordinal);
        var pages = new HashSet<string>(StringComparer.Ordinal);
        var empty = 0;
        while (true)
        {
            var (page, next) = Take(answer);
            if (page.Items.Count > 0 && !pages.Add(HashOf(page.Items)))
            {
                throw transport.Fail(answer, GraphFailure.Unreadable, new EndlessListException("a page came twice"));
            }

            yield return page;
            if (next is null)
            {
                yield break;
            }

            empty = page.Items.Count == 0 ? empty + 1 : 0;
            if (!links.Add(next) || empty > MostEmptyInARow)
            {
                throw transport.Fail(
                    answer, GraphFailure.Unreadable, new EndlessListException("the link to the next page leads nowhere new"));
            }

            var link = FollowableOrFail(answer, next);
            answer = await transport.SendAsync(answer.Route, _ => NextPage(link, headers), cancellationToken);
        }
    }

    private (GraphPage Page, string? Next) Take(GraphAnswer answer)
    {
        if (!answer.IsSuccess)
        {
            throw transport.Fail(answer, answer.IsGone ? GraphFailure.NotFound : GraphFailure.Rejected);
        }

        try
        {
            return (new GraphPage(answer, JsonSlices.Items(answer.Body, "value")), JsonSlices.Text(answer.Body, NextLink));
        }
        catch (JsonException failure)
        {
            throw transport.Fail(answer, GraphFailure.Unreadable, failure);
        }
    }

    // Our token goes with it, so it must be Graph's own.
    private Uri FollowableOrFail(GraphAnswer answer, string next) =>
        Uri.TryCreate(next, UriKind.Absolute, out var link)
        && link.Scheme == transport.Root.Scheme
        && link.Authority.Equals(transport.Root.Authority, StringComparison.OrdinalIgnoreCase)
            ? link
            : throw transport.Fail(answer, GraphFailure.Unreadable);

    private static RequestInformation NextPage(Uri link, List<(string Name, string Value)> headers)
    {
        var request = new RequestInformation { HttpMethod = Method.GET, URI = link };
        request.Headers.Add("Accept", "application/json");
        foreach (var (name, value) in headers)
        {
            request.Headers.Add(name, value);
        }

        return request;
    }

    private static string HashOf(IReadOnlyList<ReadOnlyMemory<byte>> items)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var item in items)
        {
            hash.AppendData(item.Span);
        }

        return Convert.ToHexString(hash.GetHashAndReset());
    }
}
