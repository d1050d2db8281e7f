using System.Text.Json;
using TeamsConnectBot.Graph.Transport;

namespace TeamsConnectBot.Graph.People;

/// <summary>One page of users.</summary>
/// <param name="Rows">The rows that could be read.</param>
/// <param name="Unreadable">How many rows could not.</param>
/// <param name="Next">The address of the next page, as Graph gave it; null on the last.</param>
internal sealed record MemberPage(IReadOnlyList<UserRow> Rows, int Unreadable, string? Next)
{
    /// <summary>Whether the rows carry ids only, as Graph sends them when User.Read.All is missing.</summary>
    public bool IsBare => Rows.Count > 0 && Rows.All(r => r.UserPrincipalName is null);

    /// <exception cref="JsonException">This is not a page.</exception>
    public static MemberPage Read(ReadOnlyMemory<byte> body)
    {
        var rows = new List<UserRow>();
        var unreadable = 0;
        foreach (var item in JsonSlices.Items(body, "value"))
        {
            if (Row(item) is { Id: not null } row)
            {
                rows.Add(row);
            }
            else
            {
                unreadable++;
            }
        }

        return new MemberPage(rows, unreadable, JsonSlices.Text(body, "@odata.nextLink"));
    }

    private static UserRow? Row(ReadOnlyMemory<byte> item)
    {
        try
        {
            return JsonSerializer.Deserialize<UserRow>(item.Span, JsonSlices.Lenient);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
