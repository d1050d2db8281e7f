using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Graph;
using Microsoft.Kiota.Abstractions;

namespace TeamsConnectBot.Graph.Transport;

/// <summary>One page of a list.</summary>
/// <param name="Answer">What Graph sent.</param>
/// <param name="Items">Its items, as raw JSON.</param>
internal sealed record GraphPage(GraphAnswer Answer, IReadOnlyList<ReadOnlyMemory<byte>> Items);

/// <summary>A list that never ends: a page or a link was repeated, or too many empty pages followed each other.</summary>
internal sealed class EndlessListException(string what) : Exception(what);

/// <summary>
/// Reads Graph's lists page by page, following <c>@odata.nextLink</c> unchanged until a page has none. A page may be short or empty
/// without being the last.
/// </summary>
internal sealed class GraphPages(GraphTransport transport)
{
    // Directory queries do return a few empty pages; more than this in a row means that the server is looping.
    private const int MaxConsecutiveEmptyPages = 100;

    // A next link does not contain these headers, but every page needs them.
    private static readonly string[] KeptHeaders = ["ConsistencyLevel", "Prefer"];

    /// <summary>Reads a list from its first page on; with <paramref name="goneIsEmpty"/>, a list that no longer exists is empty.</summary>
    /// <exception cref="GraphUnavailableException">A page could not be read; the list is incomplete.</exception>
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

        await foreach (var page in FromAsync(answer, cancellationToken, asked))
        {
            yield return page;
        }
    }

    /// <summary>Continues from a first page that was read in another way, such as a part of a batch.</summary>
    /// <exception cref="GraphUnavailableException">A page could not be read.</exception>
    public async IAsyncEnumerable<GraphPage> FromAsync(
        GraphAnswer answer, [EnumeratorCancellation] CancellationToken cancellationToken, RequestInformation? first = null)
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
            if (!links.Add(next) || empty > MaxConsecutiveEmptyPages)
            {
                throw transport.Fail(
                    answer, GraphFailure.Unreadable, new EndlessListException("the link to the next page leads nowhere new"));
            }

            var link = FollowableOrFail(answer, next);
            answer = await transport.SendAsync(answer.Route, _ => NextPage(link, first), cancellationToken);
        }
    }

    private (GraphPage Page, string? Next) Take(GraphAnswer answer)
    {
        transport.Require(answer);
        try
        {
            return (new GraphPage(answer, JsonSlices.Items(answer.Body, "value")), JsonSlices.Text(answer.Body, "@odata.nextLink"));
        }
        catch (JsonException failure)
        {
            throw transport.Fail(answer, GraphFailure.Unreadable, failure);
        }
    }

    // The request carries our token, so the link must be Graph's own.
    private Uri FollowableOrFail(GraphAnswer answer, string next) =>
        Uri.TryCreate(next, UriKind.Absolute, out var link)
        && link.Scheme == transport.Root.Scheme
        && link.Authority.Equals(transport.Root.Authority, StringComparison.OrdinalIgnoreCase)
            ? link
            : throw transport.Fail(answer, GraphFailure.Unreadable);

    private static RequestInformation NextPage(Uri link, RequestInformation? first)
    {
        var request = new RequestInformation { HttpMethod = Method.GET, URI = link };
        request.Headers.Add("Accept", "application/json");
        foreach (var name in KeptHeaders.Where(name => first?.Headers.ContainsKey(name) == true))
        {
            request.Headers.Add(name, string.Join(',', first!.Headers[name]));
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
