metadata name = 'Renstra events'
metadata description = 'The event subscription that starts ingestion. Deployed after the app, whose address and key it needs.'

import { deadLettersContainer, namesOf, submissionsContainer, Tags } from 'names.bicep'

@description('What the names of the resources begin with: the same as in main.bicep.')
@minLength(3)
@maxLength(10)
param prefix string = 'renstra'

@description('Region: the same as in main.bicep.')
param location string = resourceGroup().location

@description('Tags of every resource.')
param tags Tags = {
  application: 'renstra'
}

var names = namesOf(prefix, resourceGroup().id)

module eventGrid 'modules/event-grid.bicep' = {
  params: {
    location: location
    topicName: names.eventTopic
    dataStorageName: names.dataStorage
    submissionsContainer: submissionsContainer
    functionAppName: names.functionApp
    functionName: 'IngestSubmission'
    hostStorageName: names.hostStorage
    deadLettersContainer: deadLettersContainer
    eventsIdentityName: names.eventsIdentity
    tags: tags
  }
}
