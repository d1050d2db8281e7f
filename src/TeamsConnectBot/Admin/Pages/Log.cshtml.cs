using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using TeamsConnectBot.Admin.SignIn;
using TeamsConnectBot.Admin.Web;
using TeamsConnectBot.Audit;
using TeamsConnectBot.Rules.Store;

namespace TeamsConnectBot.Admin.Pages;

/// <summary>The audit log. Opening the page is recorded too.</summary>
[Authorize(AdminPolicy.Audit)]
internal sealed class LogModel(AuditLog log, RuleStore store) : AdminPageModel
{
    private const int OnePage = 100;

    public IReadOnlyList<AuditRow> Entries { get; private set; } = [];

    /// <summary>The rules that entries are about.</summary>
    public LoggedRules Rules { get; private set; } = LoggedRules.None;

    public AuditVerdict? Verdict { get; private set; }

    public long? More { get; private set; }

    public async Task OnGetAsync(long? before, CancellationToken cancellationToken)
    {
        Entries = await log.ReadAsync(before, OnePage, cancellationToken);
        Rules = await LoggedRules.ReadAsync(store, Entries, cancellationToken);
        Verdict = before is null ? await log.VerifyAsync(cancellationToken) : null;
        More = Entries.Count == OnePage ? Entries[^1].Number : null;
        await log.AddAsync(Me, AuditAction.LogSeen, "", "", cancellationToken);
    }

    public async Task<IActionResult> OnPostExportAsync(CancellationToken cancellationToken)
    {
        await log.AddAsync(Me, AuditAction.LogExported, "", "", cancellationToken);
        return File(Encoding.UTF8.GetBytes(await log.ExportAsync(cancellationToken)), "application/x-ndjson", "audit-log.jsonl");
    }
}
