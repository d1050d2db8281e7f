<#
.SYNOPSIS
Gives the bot what it needs to read, and no more. Run with -WhatIf first: it then only says what it would do.

.DESCRIPTION
docs/permissions.md says what each permission is for and what happens without it. Running this again changes nothing that
is already there. It needs the modules Microsoft.Graph.Applications and ExchangeOnlineManagement, the Entra role
Privileged Role Administrator (for Graph) and Exchange Administrator (for Exchange).

.EXAMPLE
./grant-permissions.ps1 -BotAppId $botAppId -ServiceMailbox connect@example.org -CalendarGroup connect-participants -WhatIf
#>
[CmdletBinding(SupportsShouldProcess)]
param(
    # 'botAppId' in the outputs of main.bicep.
    [Parameter(Mandatory)] [guid] $BotAppId,

    # The mailbox that organises the events.
    [Parameter(Mandatory)] [string] $ServiceMailbox,

    # The mail-enabled group whose members' calendars may be asked about: the same people as in your pools.
    [Parameter(Mandatory)] [string] $CalendarGroup,

    # The service's setting Cloud.
    [ValidateSet('Public', 'UsGcc', 'UsGov', 'UsGovDod')] [string] $Cloud = 'Public',

    # Only where Signals:CopilotReport is on, which the works council approved.
    [switch] $CopilotReport
)

$ErrorActionPreference = 'Stop'

# Names from Microsoft's pages on Get-MgEnvironment and on Connect-ExchangeOnline's -ExchangeEnvironmentName. GCC uses the worldwide ones.
$graphEnvironment = @{ Public = 'Global'; UsGcc = 'Global'; UsGov = 'USGov'; UsGovDod = 'USGovDoD' }[$Cloud]
$exchangeEnvironment = @{ Public = 'O365Default'; UsGcc = 'O365Default'; UsGov = 'O365USGovGCCHigh'; UsGovDod = 'O365USGovDoD' }[$Cloud]
if ($CopilotReport -and $graphEnvironment -ne 'Global') {
    throw "Microsoft Graph has no Copilot usage report in ${Cloud}: leave -CopilotReport out."
}

# Tenant-wide, because Graph has no narrower form of them.
$graphPermissions = [ordered]@{
    'GroupMember.Read.All' = 'who is in a pool''s group'
    'User.Read.All'        = 'name, mail address, department, office and manager of those people'
}
if ($CopilotReport) {
    $graphPermissions['Reports.Read.All'] = 'on which days people who allowed it used Copilot; everybody else''s rows are dropped unread'
}

# For these mailboxes only. Do not also consent to Calendars.* in Entra: that would lift the limit.
$calendarRoles = @(
    @{ Name = 'TeamsConnectBot events';    Role = 'Application Calendars.ReadWrite'; Reason = 'the service''s own mailbox: make, move and cancel its events' }
    @{ Name = 'TeamsConnectBot free-busy'; Role = 'Application Calendars.Read';      Reason = 'the group: when they are free or busy; the service asks for nothing else' }
)

Connect-MgGraph -Environment $graphEnvironment -Scopes 'Application.Read.All', 'AppRoleAssignment.ReadWrite.All' -NoWelcome
$bot = Get-MgServicePrincipal -Filter "appId eq '$BotAppId'"
if (-not $bot) { throw "There is no service principal with app id $BotAppId. Deploy main.bicep first." }

$graph = Get-MgServicePrincipal -Filter "appId eq '00000003-0000-0000-c000-000000000000'"
$granted = (Get-MgServicePrincipalAppRoleAssignment -ServicePrincipalId $bot.Id -All).AppRoleId

foreach ($permission in $graphPermissions.Keys) {
    $role = $graph.AppRoles | Where-Object { $_.Value -eq $permission -and $_.AllowedMemberTypes -contains 'Application' }
    if ($role.Id -in $granted) { "$permission is there already"; continue }
    if ($PSCmdlet.ShouldProcess($permission, "Grant: $($graphPermissions[$permission])")) {
        New-MgServicePrincipalAppRoleAssignment -ServicePrincipalId $bot.Id -PrincipalId $bot.Id -ResourceId $graph.Id -AppRoleId $role.Id | Out-Null
    }
}

$tooWide = $graph.AppRoles | Where-Object { $_.Value -like 'Calendars.*' -and $_.Id -in $granted }
if ($tooWide) { Write-Warning "Entra grants $($tooWide.Value -join ', ') for every mailbox. Take that away, or the limits below have no effect." }

Connect-ExchangeOnline -ExchangeEnvironmentName $exchangeEnvironment -ShowBanner:$false
if (-not (Get-ServicePrincipal | Where-Object AppId -eq $BotAppId)) {
    if ($PSCmdlet.ShouldProcess($BotAppId, 'Make the bot known to Exchange')) {
        New-ServicePrincipal -AppId $BotAppId -ObjectId $bot.Id -DisplayName 'TeamsConnectBot' | Out-Null
    }
}

$inner = Get-DistributionGroupMember $CalendarGroup -ResultSize Unlimited -ErrorAction SilentlyContinue | Where-Object { $_.RecipientType -like '*Group*' }
if ($inner) { Write-Warning "$CalendarGroup contains groups ($($inner.Name -join ', ')). Exchange counts direct members only: docs/permissions.md says what to do." }

$filters = @{
    'TeamsConnectBot events'    = "Alias -eq '$((Get-Mailbox $ServiceMailbox).Alias)'"
    'TeamsConnectBot free-busy' = "MemberOfGroup -eq '$((Get-Recipient $CalendarGroup).DistinguishedName)'"
}
foreach ($one in $calendarRoles) {
    if (Get-ManagementRoleAssignment -Identity $one.Name -ErrorAction SilentlyContinue) { "$($one.Name) is there already"; continue }
    if ($PSCmdlet.ShouldProcess("$($one.Role) where $($filters[$one.Name])", "Grant: $($one.Reason)")) {
        New-ManagementScope -Name $one.Name -RecipientRestrictionFilter $filters[$one.Name] | Out-Null
        New-ManagementRoleAssignment -Name $one.Name -App $bot.Id -Role $one.Role -CustomResourceScope $one.Name | Out-Null
    }
}

'What Exchange makes of it for the service mailbox; a change can take up to two hours to take effect:'
if (-not $WhatIfPreference) { Test-ServicePrincipalAuthorization -Identity $bot.Id -Resource $ServiceMailbox | Format-Table }
