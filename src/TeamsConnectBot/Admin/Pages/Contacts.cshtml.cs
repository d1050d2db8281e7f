using Microsoft.AspNetCore.Mvc;
using TeamsConnectBot.Admin.Organisation;
using TeamsConnectBot.Admin.Preview;
using TeamsConnectBot.Admin.Web;

namespace TeamsConnectBot.Admin.Pages;

/// <summary>Whom people can turn to, as <c>help</c> shows them.</summary>
internal sealed class ContactsModel(OrganisationBook book, OwnSettings own, CardPreviews previews) : AdminPage
{
    private const int Blank = 2;
    private const int Most = 12;
    private const int Longest = 120;

    public bool FromSettings { get; private set; }

    public IReadOnlyList<(string Name, string Reach)> Rows { get; private set; } = [];

    public IReadOnlyList<CardPreview> Previews { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        FromSettings = (await book.ContactsAsync(cancellationToken)).Count == 0;
        Rows = [.. own.Contacts.Select(contact => (contact.Name, contact.Reach)), .. MayChange ? Enumerable.Repeat(("", ""), Blank) : []];
        Previews = [previews.Contacts("nl"), previews.Contacts("en")];
    }

    public async Task<IActionResult> OnPostSaveAsync(string?[] name, string?[] reach, CancellationToken cancellationToken)
    {
        if (!MayChange)
        {
            return NotAllowed();
        }

        var rows = name.Zip(reach, (one, other) => (Name: one?.Trim() ?? "", Reach: other?.Trim() ?? "")).Where(row => row.Name.Length + row.Reach.Length > 0).ToList();
        if (rows.Count > Most || rows.Any(row => !IsField(row.Name) || !IsField(row.Reach)))
        {
            Tell(T["contacts.wrong"], isProblem: true);
        }
        else
        {
            await book.SetContactsAsync(rows, Me, cancellationToken);
            Tell(T["saved"]);
        }

        return Redirect("/admin/contacts");
    }

    private static bool IsField(string text) => text.Length is > 0 and <= Longest && !text.Any(char.IsControl);
}
