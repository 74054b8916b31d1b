@export()
@description('What the resources of one environment are called. Both deployments, main.bicep and event-grid.bicep, ask here and so agree.')
type Names = {
  functionApp: string
  plan: string
  dataStorage: string
  hostStorage: string
  folderStorage: string
  appIdentity: string
  eventsIdentity: string
  logs: string
  insights: string
  eventTopic: string
}

@export()
@description('Tags of a resource.')
type Tags = {
  *: string
}

@export()
@description('Names of an environment: the prefix that people recognise, and a suffix that makes them unique in the world and stays the same in the same resource group.')
func namesOf(prefix string, resourceGroupId string) Names => {
  functionApp: '${prefix}-${uniqueString(resourceGroupId)}'
  plan: '${prefix}-plan'
  dataStorage: '${prefix}data${take(uniqueString(resourceGroupId), 10)}'
  hostStorage: '${prefix}host${take(uniqueString(resourceGroupId), 10)}'
  folderStorage: '${prefix}berk${take(uniqueString(resourceGroupId), 10)}'
  appIdentity: '${prefix}-app'
  eventsIdentity: '${prefix}-events'
  logs: '${prefix}-logs'
  insights: '${prefix}-insights'
  eventTopic: '${prefix}-kiriman'
}

@export()
@description('The container that offices\' files arrive in: the blob trigger watches it, Event Grid reports on it.')
var submissionsContainer = 'kiriman'

@export()
@description('The container that keeps the events that could not be delivered.')
var deadLettersContainer = 'dead-letters'
