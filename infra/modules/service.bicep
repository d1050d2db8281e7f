// The service in Azure Container Apps. It runs all the time: its schedule cannot wake it from nothing.
param name string
param location string

@description('Empty: everything but the service itself, whose image is not there yet.')
param image string

param registryServer string
param identityId string
param workspaceName string
param insightsName string

@description('The OpenTelemetry collector beside the service; empty for none.')
param collectorImage string

@description('Environment variables, from settings.bicep.')
param settings array

@description('Command line, from settings.bicep.')
param arguments array

param replicas int

@description('Empty: no network of its own.')
param subnetId string

@description('Whether it keeps its data in a file on the instance\'s own disk.')
param usesSqlite bool

param tags object

var appName = '${name}-app'
var usesCollector = !empty(collectorImage)

// What the service sends over OTLP goes to Application Insights, which takes no OTLP itself.
var collectorConfig = '''
receivers:
  otlp:
    protocols:
      grpc:
        endpoint: 127.0.0.1:4317
processors:
  batch: {}
exporters:
  azuremonitor:
    connection_string: ${env:INSIGHTS}
service:
  pipelines:
    metrics:
      receivers: [otlp]
      processors: [batch]
      exporters: [azuremonitor]
    traces:
      receivers: [otlp]
      processors: [batch]
      exporters: [azuremonitor]
'''

var collector = {
  name: 'collector'
  image: collectorImage
  args: ['--config=env:COLLECTOR_CONFIG']
  env: [
    { name: 'COLLECTOR_CONFIG', value: collectorConfig }
    { name: 'INSIGHTS', secretRef: 'insights' }
  ]
  resources: {
    cpu: json('0.25')
    memory: '0.5Gi'
  }
}

resource workspace 'Microsoft.OperationalInsights/workspaces@2023-09-01' existing = {
  name: workspaceName
}

resource insights 'Microsoft.Insights/components@2020-02-02' existing = {
  name: insightsName
}

resource environment 'Microsoft.App/managedEnvironments@2024-03-01' = {
  name: '${name}-env'
  location: location
  tags: tags
  properties: {
    appLogsConfiguration: {
      destination: 'log-analytics'
      logAnalyticsConfiguration: {
        customerId: workspace.properties.customerId
        sharedKey: workspace.listKeys().primarySharedKey
      }
    }
    vnetConfiguration: empty(subnetId) ? null : {
      infrastructureSubnetId: subnetId
    }
    workloadProfiles: [
      {
        name: 'Consumption'
        workloadProfileType: 'Consumption'
      }
    ]
  }
}

resource service 'Microsoft.App/containerApps@2024-03-01' = if (!empty(image)) {
  name: appName
  location: location
  // azd finds the service by this tag: its name in azure.yaml.
  tags: union(tags, { 'azd-service-name': 'connectbot' })
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identityId}': {}
    }
  }
  properties: {
    environmentId: environment.id
    workloadProfileName: 'Consumption'
    configuration: {
      activeRevisionsMode: 'Single'
      ingress: {
        external: true
        targetPort: 8080
        transport: 'auto'
        allowInsecure: false
      }
      registries: empty(registryServer) ? [] : [
        {
          server: registryServer
          identity: identityId
        }
      ]
      secrets: usesCollector ? [
        {
          name: 'insights'
          value: insights.properties.ConnectionString
        }
      ] : []
    }
    template: {
      terminationGracePeriodSeconds: 30
      containers: concat([
        {
          name: 'service'
          image: image
          args: arguments
          env: concat(
            settings,
            usesCollector ? [
              { name: 'Telemetry__OtlpEndpoint', value: 'http://127.0.0.1:4317' }
            ] : []
          )
          resources: {
            cpu: json('0.5')
            memory: '1Gi'
          }
          volumeMounts: usesSqlite ? [
            { volumeName: 'data', mountPath: '/data' }
          ] : []
          // 'Ready' looks at the database, the scheduler and both tokens; a process is not restarted because one of them is down.
          probes: [
            {
              type: 'Startup'
              httpGet: { path: '/health/live', port: 8080 }
              periodSeconds: 5
              failureThreshold: 24
            }
            {
              type: 'Readiness'
              httpGet: { path: '/health/ready', port: 8080 }
              periodSeconds: 10
            }
            {
              type: 'Liveness'
              httpGet: { path: '/health/live', port: 8080 }
              periodSeconds: 30
            }
          ]
        }
      ], usesCollector ? [collector] : [])
      scale: {
        minReplicas: replicas
        maxReplicas: replicas
      }
      // On the instance's own disk. A file share would outlive it, but SQLite's write-ahead log does not work over a network.
      volumes: usesSqlite ? [
        { name: 'data', storageType: 'EmptyDir' }
      ] : []
    }
  }
}

// The address Container Apps gives an app, known before there is one: the bot's registration needs it.
output domain string = '${appName}.${environment.properties.defaultDomain}'
