using TeamsConnectBot.Graph.Transport;

namespace TeamsConnectBot.Graph.People;

/// <summary>The mail addresses of people known by id, to invite them.</summary>
internal sealed class GraphMails(UserLookup users)
{
    /// <summary>People without a mailbox, or unknown to the directory, are absent.</summary>
    /// <exception cref="GraphUnavailableException">The addresses could not be read.</exception>
    public async Task<IReadOnlyDictionary<string, string>> ReadAsync(IEnumerable<string> ids, CancellationToken cancellationToken)
    {
        var mails = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var row in await users.ReadAsync("mail addresses", "$select=id,mail", ids, cancellationToken))
        {
            if (!string.IsNullOrWhiteSpace(row.Mail))
            {
                mails[row.Id!] = row.Mail;
            }
        }

        return mails;
    }
}
