using Microsoft.AspNetCore.Mvc;
using TeamsConnectBot.Admin.Preview;
using TeamsConnectBot.Admin.Rules;
using TeamsConnectBot.Admin.Web;
using TeamsConnectBot.Organisation;

namespace TeamsConnectBot.Admin.Pages;

/// <summary>The contacts that <c>help</c> shows.</summary>
internal sealed class ContactsModel(OrganisationStore store, OwnSettings own, CardPreviews previews) : ListPageModel<HumanContactOptions>
{
    /// <summary>Whether the list is that of the service's settings.</summary>
    public bool FromSettings => !own.HasOwnContacts;

    protected override string Name => "contacts";

    protected override string Version => ListVersion.Of(own.Contacts);

    public void OnGet() => Show(own.Contacts, () => new HumanContactOptions(), previews.Contacts());

    /// <summary>The national lines that are not on the list, by their place in <see cref="NationalLines.All"/>.</summary>
    public IEnumerable<(int Index, HumanContactOptions Line)> Lines =>
        NationalLines.All.Index().Where(line => !NationalLines.IsIn(Rows, line.Item));

    public IActionResult OnPostPreview(string?[] name, string?[] nameEn, string?[] reach, string?[] reachEn, int[] line, string? seen) =>
        Preview(NationalLines.Ticked(ContactForm.Read(name, nameEn, reach, reachEn), line), seen);

    public Task<IActionResult> OnPostSaveAsync(
        string?[] name, string?[] nameEn, string?[] reach, string?[] reachEn, int[] line, string? seen,
        CancellationToken cancellationToken) => SaveAsync(
            NationalLines.Ticked(ContactForm.Read(name, nameEn, reach, reachEn), line), seen,
            filled => store.SetContactsAsync(filled, seen, Me, cancellationToken));

    protected override bool IsEmpty(HumanContactOptions row) => row.IsEmpty;

    protected override IEnumerable<FormProblem> ProblemsOf(IReadOnlyList<HumanContactOptions> rows) =>
        from row in rows.Index()
        where !row.Item.IsEmpty
        from field in row.Item.Fields
        let problem = ContactForm.Problem(field)
        where problem is not null
        select new FormProblem(ElementOf(field.Field, row.Index), T.Say(problem, ContactForm.Longest));

    protected override IReadOnlyList<CardPreview> PreviewsOf(IReadOnlyList<HumanContactOptions> filled) => previews.Contacts(filled);
}
