-- How many problems each of a page of vehicles has (the list of vehicles).
create index problem_by_vehicle on problem (vehicle_id);
