using 'event-grid.bicep'
