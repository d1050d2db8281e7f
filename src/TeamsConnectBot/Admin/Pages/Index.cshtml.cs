using TeamsConnectBot.Admin.Web;

namespace TeamsConnectBot.Admin.Pages;

internal sealed class IndexModel : AdminPage;
