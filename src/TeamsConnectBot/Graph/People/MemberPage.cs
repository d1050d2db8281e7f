using TeamsConnectBot.Graph.Transport;

namespace TeamsConnectBot.Graph.People;

/// <summary>One page of users.</summary>
/// <param name="Rows">The rows that could be read.</param>
/// <param name="Unreadable">How many rows could not.</param>
internal sealed record MemberPage(IReadOnlyList<UserRow> Rows, int Unreadable)
{
    /// <summary>Whether the rows carry ids only, as Graph sends them when User.Read.All is missing.</summary>
    public bool IsBare => Rows.Count > 0 && Rows.All(row => row.UserPrincipalName is null);

    public static MemberPage Read(GraphPage page)
    {
        var rows = page.Items.Select(JsonSlices.ReadOrNull<UserRow>).OfType<UserRow>().Where(row => row.Id is not null).ToList();
        return new MemberPage(rows, page.Items.Count - rows.Count);
    }
}
